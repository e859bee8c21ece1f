package throughline.core.assistant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore;
import throughline.core.delivery.Schedule;
import throughline.core.intake.Intake;
import throughline.core.people.Person;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;
import throughline.core.ritual.Wish;
import throughline.core.ritual.Working;

/**
 * Reminds people, once, of a request that they began and did not send, and forgets it in the end. A store lists no dialogues, so the day
 * of each is planned before it is stored, among what falls due; what is planned in vain is taken off when its day comes. The reminder
 * itself is a part of the day's message; once it was told, the request knows.
 */
public final class Reminders implements Occasion {
    /** What is planned begins so; whether only its author reads along, and the conversation, follow. */
    private static final String RITUAL = "request:";

    private static final Pattern PLANNED = Pattern.compile(
            "request:(?<reach>direct|shared):(?<conversation>(?<platform>[^:|]*):?(?<account>[^|]*)\\|(?<channel>.*)\\|[^|]*)");
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final Logger LOG = System.getLogger(Reminders.class.getName());

    private final Rounds.Ports ports;
    private final InstantSource clock;

    public Reminders(Rounds.Ports ports, InstantSource clock) {
        this.ports = ports;
        this.clock = clock;
    }

    /** A store that plans when each request that it keeps unfinished is looked at. */
    public static TurnStore noting(TurnStore turns, Schedule plans) {
        return new Noting(turns, plans);
    }

    private record Noting(TurnStore turns, Schedule plans) implements TurnStore {
        @Override
        public Snapshot load(String conversation) {
            return turns.load(conversation);
        }

        @Override
        public Outcome commit(Commit commit) {
            commit.dialogue()
                    .filter(Intake.class::isInstance)
                    .map(Intake.class::cast)
                    .filter(open -> !open.session().reminded())
                    .ifPresent(open -> plans.plan(ritual(commit), Optional.of(reminder(open))));
            return turns.commit(commit);
        }

        private static String ritual(Commit commit) {
            boolean isDirect = commit.postings().stream()
                    .findFirst()
                    .filter(posting -> posting.place().isDirect())
                    .isPresent();
            return RITUAL + (isDirect ? "direct:" : "shared:") + commit.conversation();
        }

        @Override
        public void finish() {
            turns.finish();
        }
    }

    private static Instant reminder(Intake open) {
        return morning(open.session().touched().plusDays(Intake.REMINDED_AFTER));
    }

    private static Instant end(Intake open) {
        return morning(open.session().touched().plusDays(Intake.LIFETIME.toDays()));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).toInstant(ZoneOffset.UTC);
    }

    /** When somebody is reminded next, after now. */
    public Optional<Instant> due() {
        Instant now = clock.instant();
        return ports.plans().planned().entrySet().stream()
                .filter(planned -> planned.getKey().startsWith(RITUAL))
                .map(Map.Entry::getValue)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    @Override
    public List<Errand> errands(Today today) {
        return ports.plans().planned().entrySet().stream()
                .filter(planned -> planned.getKey().startsWith(RITUAL))
                .filter(planned -> !today.now().isBefore(planned.getValue()))
                .map(planned -> PLANNED.matcher(planned.getKey()))
                .filter(Matcher::matches)
                .flatMap(planned -> lying(planned).stream())
                .filter(lying ->
                        lying.isToRemind(today) && !lying.author().preferences().isQuiet())
                .map(Reminders::errand)
                .toList();
    }

    private static Errand errand(Lying lying) {
        Wish wish = new Wish(lying.wish(), Wish.Topic.NEWS, Set.of(), List.of());
        return new Errand(lying.author().id(), wish, Section.of(card(lying)));
    }

    /** Forgets what lies about for too long by now, and notes of what its author was reminded. */
    public void run() {
        Instant now = clock.instant();
        ports.plans().planned().forEach((ritual, due) -> {
            if (ritual.startsWith(RITUAL) && !now.isBefore(due)) {
                tried(ritual, now);
            }
        });
    }

    /** One that is broken must not keep the others waiting. */
    private void tried(String ritual, Instant now) {
        try {
            Matcher planned = PLANNED.matcher(ritual);
            ports.plans().plan(ritual, planned.matches() ? looked(planned, now) : Optional.empty());
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "reminder-failed: " + ritual + " is tried again at the next beat", broken);
        }
    }

    /** @return when it is looked at again */
    private Optional<Instant> looked(Matcher planned, Instant now) {
        return lying(planned).flatMap(lying -> looked(lying, now));
    }

    private Optional<Lying> lying(Matcher planned) {
        Snapshot snapshot = ports.turns().load(planned.group("conversation"));
        Optional<Intake> open =
                snapshot.dialogue().filter(Intake.class::isInstance).map(Intake.class::cast);
        return open.flatMap(intake -> snapshot.people().find(intake.session().author()))
                .map(author -> new Lying(planned, snapshot, open.orElseThrow(), author));
    }

    /** A request that lies about. */
    private record Lying(Matcher planned, Snapshot snapshot, Intake open, Person author) {
        boolean isDirect() {
            return planned.group("reach").equals("direct");
        }

        /** The id of the wish to remind its author. */
        String wish() {
            return "unfinished:" + open.session().card();
        }

        boolean isToRemind(Today today) {
            return open.due(today.day(author)) == Intake.Due.REMINDER;
        }

        Commit then(Optional<Dialogue> dialogue, List<Posting> postings) {
            return new Commit(
                    Optional.empty(),
                    snapshot.version(),
                    Set.of(),
                    Optional.empty(),
                    List.of(),
                    planned.group("conversation"),
                    snapshot.mark(),
                    dialogue,
                    postings);
        }
    }

    private Optional<Instant> looked(Lying lying, Instant now) {
        Working working = new Agenda(lying.snapshot().roadmap(), ports.holidays()).working(lying.author());
        Intake open = lying.open();
        return switch (open.due(working.day(now))) {
            case OVER -> isCommitted(lying.then(Optional.empty(), List.of())) ? Optional.empty() : Optional.of(now);
            case REMINDER ->
                lying.author().preferences().isQuiet()
                        ? Optional.of(end(open))
                        : isTold(lying) ? noted(lying, now) : Optional.of(now);
            case NOTHING -> {
                Instant next = open.session().reminded() ? end(open) : reminder(open);
                yield next.isAfter(now)
                        ? Optional.of(next)
                        : working.nextMorning(now).or(() -> Optional.of(end(open)));
            }
        };
    }

    private boolean isTold(Lying lying) {
        return Optional.ofNullable(ports.plans()
                        .diaries()
                        .get(Daily.RITUAL + lying.author().id()))
                .stream()
                .flatMap(diary -> diary.told().stream())
                .anyMatch(part -> part.part().equals(lying.wish()));
    }

    private Optional<Instant> noted(Lying lying, Instant now) {
        boolean isNoted = isCommitted(lying.then(Optional.of(lying.open().afterReminder()), List.of()));
        return isNoted ? Optional.of(end(lying.open())) : Optional.of(now);
    }

    private boolean isCommitted(Commit commit) {
        return ports.turns().commit(commit) == TurnStore.Outcome.COMMITTED;
    }

    private static Card card(Lying lying) {
        Card card = Card.of(
                "You began a request a week ago and have not sent it.",
                new Block.Text(Prose.of("It is kept for another week, with all that you said.")));
        return lying.isDirect()
                ? card.with(new Block.Buttons(
                        List.of(Actions.askFirst("Go on with it", "request"), Actions.ask("Leave it", "cancel"))))
                : card.with(new Block.Note(Prose.of("Say “request” where you began it, and it goes on.")));
    }
}
