package throughline.core.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.conversation.Scene;
import throughline.core.data.Datum;
import throughline.core.people.People;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Approval;
import throughline.core.roadmap.Belief;
import throughline.core.roadmap.Beliefs;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.DaysOff;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Flag;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.IntakeChannel;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Precedent;
import throughline.core.roadmap.Proposal;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Share;
import throughline.core.roadmap.SuccessCriterion;
import throughline.core.roadmap.Theme;
import throughline.core.roadmap.Voice;
import throughline.core.roadmap.Writing;

/** Facts in words, as one person reads them today. */
public final class ChangeWords {
    /** A commit of more facts than this is told as a sum. */
    private static final int MANY = 5;

    private static final int LONGEST = 80;

    /** What people asked of whom, proposed to whom, watch, how their week is going, and how far their review is. */
    private static final Set<Kind> PRIVATE = Set.of(
            Kind.QUESTION, Kind.PROPOSAL, Kind.WATCH, Kind.ALIGNMENT, Kind.NEWS, Kind.PULSE, Kind.CASCADE, Kind.REVIEW);

    private final Roadmap roadmap;
    private final People people;
    private final LocalDate today;

    public ChangeWords(Scene scene) {
        this(scene.roadmap(), scene.people(), scene.today());
    }

    /** @param today where they are read */
    public ChangeWords(Roadmap roadmap, People people, LocalDate today) {
        this.roadmap = roadmap;
        this.people = people;
        this.today = today;
    }

    /**
     * Whether a fact is about the roadmap; facts about people, what they asked of whom and what they answered to a nudge, are nobody
     * else's business, and what was taken back tells itself.
     */
    public static boolean isTold(Change change) {
        return !(change instanceof Change.PersonTouched || change instanceof Change.TakenBack)
                && (isAccepted(change) || kind(change).filter(PRIVATE::contains).isEmpty())
                && !isPlainEntry(change)
                && !isTellingLead(change);
    }

    /** That a lead was told of a pause is no news beside the pause. */
    private static boolean isTellingLead(Change change) {
        return change instanceof Change.Edited<?> edited
                && (Object) edited.field() == Schedule.PAUSED
                && edited.after()
                        .map(Schedule.Paused.class::cast)
                        .flatMap(Schedule.Paused::told)
                        .isPresent();
    }

    /** That somebody accepted what another one proposed is everybody's business. */
    private static boolean isAccepted(Change change) {
        return change instanceof Change.Edited<?> edited && edited.after().equals(Optional.of(Proposal.State.ACCEPTED));
    }

    /** That something went through the gate is told by its move alone. */
    private static boolean isPlainEntry(Change change) {
        return change instanceof Change.Edited<?> edited
                && (Object) edited.field() == Initiative.ENTERED
                && edited.after()
                        .map(Admission.class::cast)
                        .filter(admission -> admission.way() != Admission.Way.GATE)
                        .isEmpty();
    }

    /** The kind of item that a fact is about, if it is about one. */
    private static Optional<Kind> kind(Change change) {
        if (change instanceof Change.Added added) {
            return Optional.of(added.item().kind());
        }
        if (change instanceof Change.Edited<?> edited) {
            return Optional.of(edited.kind());
        }
        if (change instanceof Change.Listed<?> listed) {
            return Optional.of(listed.kind());
        }
        if (change instanceof Change.Unlisted<?> unlisted) {
            return Optional.of(unlisted.kind());
        }
        if (change instanceof Change.Removed removed) {
            return Optional.of(removed.kind());
        }
        return change instanceof Change.Redacted redacted ? Optional.of(redacted.kind()) : Optional.empty();
    }

    public static boolean isTold(ChangeSet facts) {
        return facts.changes().isEmpty() || facts.changes().stream().anyMatch(ChangeWords::isTold);
    }

    /** From a file; only an import has so many facts that history comes without them. */
    public static boolean isImport(ChangeSet facts) {
        return facts.stamp().via().equals("file") || facts.changes().isEmpty();
    }

    /** One line for each fact, or one for all of them where they are many. */
    public List<String> of(ChangeSet facts) {
        if (facts.changes().isEmpty()) {
            return List.of("thousands of changes");
        }
        List<Change> told = facts.changes().stream().filter(ChangeWords::isTold).toList();
        return isImport(facts) || told.size() > MANY
                ? List.of(sum(told))
                : told.stream().map(this::of).toList();
    }

    /** One line for each, however many they are. */
    public List<String> each(List<Change> changes) {
        return changes.stream().filter(ChangeWords::isTold).map(this::of).toList();
    }

    /** "25 added: 8 initiatives, 4 key results; 2 changed". */
    private static String sum(List<Change> changes) {
        Map<Kind, Long> added = changes.stream()
                .flatMap(change -> change instanceof Change.Added one
                        ? Stream.of(one.item().kind())
                        : Stream.of())
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
        long items = added.values().stream().mapToLong(count -> count).sum();
        long removed = changes.stream().filter(Change.Removed.class::isInstance).count();
        long named = changes.stream().filter(Change.Named.class::isInstance).count();
        long edited = changes.size() - items - removed - named;
        String kinds = added.entrySet().stream()
                .map(entry -> counted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return Stream.of(
                        items == 0 ? "" : items + " added: " + kinds,
                        edited == 0 ? "" : edited + " changed",
                        removed == 0 ? "" : removed + " removed")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String counted(Kind kind, long count) {
        String title = kind.title();
        String many = kind == Kind.EVIDENCE
                ? title
                : title.endsWith("y") ? title.substring(0, title.length() - 1) + "ies" : title + "s";
        return Phrases.plural((int) count, title, many);
    }

    /** One fact as a line. */
    public String of(Change change) {
        if (change instanceof Change.Added added) {
            return added(added.item());
        }
        if (change instanceof Change.Edited<?> edited) {
            return edited(edited);
        }
        if (change instanceof Change.Listed<?> listed) {
            return listed(listed);
        }
        if (change instanceof Change.Unlisted<?> unlisted) {
            return unlisted(unlisted);
        }
        if (change instanceof Change.Removed removed) {
            return removed(removed);
        }
        if (change instanceof Change.Redacted redacted) {
            return "redacted what was said about " + named(redacted.item());
        }
        return change instanceof Change.Named named ? "named the organization " + named.organization() : "";
    }

    /** The same without the name of a person in it, for texts that are kept in facts. */
    public String withoutNames(Change change) {
        return change instanceof Change.Edited<?> edited && edited.field().shape() instanceof Shape.PersonRef
                ? "changed the " + label(edited.field()) + " of " + named(edited.item())
                : of(change);
    }

    private String removed(Change.Removed removed) {
        if (removed.was().isPresent() && removed.was().get() instanceof Precedent precedent) {
            return "took back that " + Phrases.serving(precedent);
        }
        if (removed.was().isPresent() && removed.was().get() instanceof Schedule schedule) {
            return "took off the weekly nudge of " + title(schedule.team());
        }
        return "removed "
                + removed.was().map(Phrases::named).orElse(removed.kind().title() + " " + removed.item());
    }

    private String added(Item item) {
        if (item instanceof Share share) {
            return "shared " + share.horizon().title() + " for comments (" + share.id() + ")";
        }
        if (item instanceof Precedent precedent) {
            return "recorded that " + Phrases.serving(precedent);
        }
        if (item instanceof Schedule schedule) {
            return "set up the weekly nudge of " + title(schedule.team());
        }
        if (item instanceof IntakeChannel) {
            return "set up " + item.title();
        }
        if (item instanceof FeatureRequest) {
            return "filed the request " + Phrases.named(item);
        }
        if (item instanceof Receipt) {
            return "decided about " + Phrases.named(item);
        }
        return "added " + Phrases.named(item)
                + (item instanceof Initiative initiative
                        ? " to " + initiative.horizon().title()
                        : ", " + item.kind().withArticle());
    }

    private <V> String edited(Change.Edited<V> edited) {
        if ((Object) edited.field() == Schedule.PAUSED) {
            String nudge = named(edited.item());
            return edited.after()
                    .map(after -> "paused " + nudge + " (" + ((Schedule.Paused) after).reason() + ")")
                    .orElse("let " + nudge + " go on");
        }
        if (isAccepted(edited)) {
            return accepted(edited.item());
        }
        String name = named(edited.item());
        Optional<String> before = edited.before().map(value -> words(edited.field(), value));
        Optional<String> after = edited.after().map(value -> words(edited.field(), value));
        if ((Object) edited.field() == Initiative.HORIZON) {
            return "moved " + name + before.map(from -> " from " + from).orElse("")
                    + after.map(to -> " to " + to).orElse("");
        }
        if ((Object) edited.field() == Initiative.CONFIRMED || (Object) edited.field() == Objective.CONFIRMED) {
            return "confirmed " + name;
        }
        if (edited.after().isPresent() && edited.after().get() instanceof Admission admission) {
            return entered(name, admission);
        }
        if ((Object) edited.field() == Initiative.APPROVED) {
            return (after.isPresent() ? "approved " : "took back the approval of ") + name;
        }
        String label = label(edited.field());
        if (after.isEmpty()) {
            return "took the " + label + " off " + name
                    + before.map(was -> ", which was " + was).orElse("");
        }
        return before.map(from -> "changed the " + label + " of " + name + " from " + from + " to ")
                        .orElse("set the " + label + " of " + name + " to ")
                + after.get();
    }

    private String accepted(ItemId id) {
        return roadmap.find(id, Proposal.class)
                .map(proposal -> "accepted what " + people.call(proposal.author()) + " proposed (" + id + ")")
                .orElse("accepted proposal " + id);
    }

    private String entered(String name, Admission admission) {
        return switch (admission.way()) {
            case SWAP ->
                "let " + name + " in for "
                        + admission.instead().map(this::named).orElse("another");
            case OVERRIDE ->
                "let " + name + " in by override"
                        + (admission.missing().isEmpty() ? "" : ", without " + Phrases.listed(admission.missing()));
            default -> "found " + name + " there";
        };
    }

    private <V> String listed(Change.Listed<V> listed) {
        String name = named(listed.item());
        if (listed.element() instanceof Flag flag) {
            return "flagged " + name + ": " + Flag.question(listed.kind()) + " (" + flag.what() + " of "
                    + named(flag.because()) + " changed)";
        }
        if (listed.element() instanceof FeasibilityReview) {
            return "recorded a feasibility review of " + name;
        }
        if (listed.element() instanceof Voice voice) {
            return "joined " + name + (voice.customers().isEmpty() ? "" : " for " + Phrases.listed(voice.customers()));
        }
        String element = words(listed.field(), List.of(listed.element()));
        if (listed.element() instanceof CheckIn checkIn) {
            return "checked in " + checkIn.value() + " for " + name;
        }
        return isLine(listed.field())
                ? "linked " + name + " to " + element
                : "added to the " + label(listed.field()) + " of " + name + ": " + element;
    }

    private <V> String unlisted(Change.Unlisted<V> unlisted) {
        String name = named(unlisted.item());
        if (unlisted.element() instanceof Flag flag) {
            return "settled the flag of " + name + " because of " + named(flag.because());
        }
        if (unlisted.element() instanceof Voice voice) {
            return "took back what " + people.call(voice.person()) + " said of " + name;
        }
        String element = words(unlisted.field(), List.of(unlisted.element()));
        return isLine(unlisted.field())
                ? "unlinked " + name + " from " + element
                : "took from the " + label(unlisted.field()) + " of " + name + ": " + element;
    }

    private static boolean isLine(Field<?> field) {
        return (Object) field == Initiative.SERVES || (Object) field == Theme.SERVES;
    }

    private static String label(Field<?> field) {
        return words(field.key());
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }

    private String named(ItemId id) {
        return roadmap.find(id)
                .map(item -> item instanceof Schedule schedule
                        ? "the weekly nudge of " + title(schedule.team())
                        : item instanceof DaysOff off
                                ? "the days off"
                                        + off.team()
                                                .map(team -> " of " + title(team))
                                                .orElse("")
                                : item instanceof IntakeChannel ? item.title() : Phrases.named(item))
                .orElse(id.text());
    }

    private String title(ItemId id) {
        return roadmap.find(id).map(Item::title).orElse(id.text());
    }

    /** A value in words, however long. */
    public <V> String whole(Field<V> field, V value) {
        return said(value).orElseGet(() -> text(field.shape().write(value, asRead)));
    }

    private <V> String words(Field<V> field, V value) {
        if (value instanceof Horizon horizon) {
            return horizon.title();
        }
        String clipped = Phrases.clipped(whole(field, value), LONGEST);
        return field.shape() instanceof Shape.Text ? Phrases.quoted(clipped) : clipped;
    }

    /** What has more parts than a list of them tells well. */
    private Optional<String> said(Object value) {
        if (value instanceof List<?> list) {
            List<Optional<String>> each = list.stream().map(this::said).toList();
            return !each.isEmpty() && each.stream().allMatch(Optional::isPresent)
                    ? Optional.of(each.stream().flatMap(Optional::stream).collect(Collectors.joining("; ")))
                    : Optional.empty();
        }
        if (value instanceof SuccessCriterion criterion) {
            return Optional.of(said(criterion));
        }
        if (value instanceof FeasibilityReview review) {
            return Optional.of(said(review.by(), review.on(), review.note()));
        }
        if (value instanceof Approval approval) {
            return Optional.of(said(approval.by(), approval.on(), approval.note()));
        }
        if (value instanceof Beliefs beliefs) {
            return Optional.of(said(beliefs));
        }
        if (value instanceof Belief belief) {
            return Optional.of(said(belief));
        }
        return value instanceof Horizon horizon ? Optional.of(horizon.title()) : Optional.empty();
    }

    /** "Deals close (win rate, 22 % → 30 %, by 2027-Q2)". */
    private static String said(SuccessCriterion criterion) {
        String figures = Stream.of(criterion.baseline().stream(), criterion.target().map(to -> "→ " + to).stream())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
        String how = Stream.of(
                        criterion.measure().orElse(""),
                        figures,
                        criterion.by().map(by -> "by " + by).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return criterion.outcome() + (how.isEmpty() ? "" : " (" + how + ")");
    }

    /** "Priya, 20 November: two sprints". */
    private String said(PersonId by, LocalDate on, Optional<String> note) {
        return people.call(by) + ", " + Phrases.day(on, today)
                + note.map(words -> ": " + words).orElse("");
    }

    /** "problem high (nine interviews), outcome low". */
    private static String said(Beliefs beliefs) {
        return Stream.of(
                        beliefs.problem().map(belief -> "problem " + said(belief)),
                        beliefs.solution().map(belief -> "solution " + said(belief)),
                        beliefs.outcome().map(belief -> "outcome " + said(belief)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String said(Belief belief) {
        return belief.level().title()
                + belief.evidence().map(evidence -> " (" + evidence + ")").orElse("");
    }

    private static String text(Datum datum) {
        if (datum instanceof Datum.Sequence sequence) {
            return sequence.elements().stream().map(ChangeWords::text).collect(Collectors.joining(", "));
        }
        if (datum instanceof Datum.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> words(entry.getKey().text()) + " " + text(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        Datum.Scalar scalar = (Datum.Scalar) datum;
        return scalar.type() == Datum.Scalar.Type.FLAG ? (scalar.text().equals("true") ? "yes" : "no") : scalar.text();
    }

    private final Writing asRead = new Writing() {
        @Override
        public String person(PersonId id) {
            return people.call(id);
        }

        @Override
        public String item(ItemId id, Kind kind) {
            return named(id);
        }
    };
}
