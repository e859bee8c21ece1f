package throughline.core.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Shown what looks like it: join one of them, or say that this is something else. */
public record MeetingAlike(Session session, Told told, List<ItemId> alike, Later later) implements Intake {
    public MeetingAlike {
        alike = List.copyOf(alike);
    }

    public static final String DIFFERENT = "different";
    public static final String JOIN = "join";
    public static final String WHY = "why";

    private static final Set<String> OTHER = Set.of(
            DIFFERENT, "mine is different", "it's different", "its different", "no", "none", "none of these", "new");

    public static final Stored<MeetingAlike> STORED = new Stored<>(
            "intake-meeting-alike",
            1,
            new Shape.Structure<>(
                    "a request beside what looks like it",
                    List.of(SESSION, TOLD, ALIKE, LATER),
                    values -> new MeetingAlike(
                            values.get(SESSION), values.get(TOLD), values.get(ALIKE), values.get(LATER)),
                    it -> Values.none()
                            .with(SESSION, it.session)
                            .with(TOLD, it.told)
                            .with(ALIKE, it.alike)
                            .with(LATER, it.later)),
            MeetingAlike.class);

    /** Those that are still there. */
    public List<Item> items(Roadmap roadmap) {
        return alike.stream().flatMap(id -> roadmap.find(id).stream()).toList();
    }

    /** Whether one may add a voice to it: a decision has none. */
    public static boolean isJoinable(Item item) {
        return item instanceof FeatureRequest || item instanceof Initiative;
    }

    @Override
    public String step() {
        return "alike";
    }

    @Override
    public Intake at(Session other) {
        return new MeetingAlike(other, told, alike, later);
    }

    @Override
    public Intake before(Around around) {
        return new Telling(session, Optional.of(told), later);
    }

    @Override
    public Outcome answered(Heard heard, Around around) {
        if (heard.isForm()) {
            return joining(heard.input(Blanks.WITH), around);
        }
        String word = heard.word();
        if (OTHER.contains(word)) {
            return Outcome.on(new ChoosingOkr(session, told, later));
        }
        String rest = Stream.of(JOIN + " ", WHY + " ")
                .filter(word::startsWith)
                .map(verb -> word.substring(verb.length()))
                .findFirst()
                .orElse(word);
        return word.startsWith(WHY + " ") ? why(rest, around) : joining(rest, around);
    }

    private Outcome joining(String said, Around around) {
        List<Item> joinable = items(around.roadmap()).stream()
                .filter(MeetingAlike::isJoinable)
                .toList();
        boolean isOnly = joinable.size() == 1 && (said.equals(JOIN) || YES.contains(said));
        return joinable.stream()
                .filter(item -> isOnly || ItemId.folded(said).equals(item.id().folded()))
                .findFirst()
                .map(item -> Outcome.on(new Joining(session, told, item.id(), alike, later)))
                .orElseGet(() -> again("Say join and an id, or that yours is different."));
    }

    private Outcome why(String said, Around around) {
        return items(around.roadmap()).stream()
                .filter(item -> ItemId.folded(said).equals(item.id().folded()))
                .filter(Receipt.class::isInstance)
                .map(item -> again(((Receipt) item).reason()))
                .findFirst()
                .orElseGet(() -> again("I know no decision " + said + " that looks like yours."));
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
