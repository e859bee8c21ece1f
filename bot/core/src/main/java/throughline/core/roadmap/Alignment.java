package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/** What somebody answered to a weekly nudge about an item. It is kept beside the roadmap like a {@link Question}. */
public final class Alignment extends Item {
    /** How it goes. */
    public enum State {
        ON_TRACK("on track"),
        DRIFTING("drifting"),
        BLOCKED("blocked");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** As people say it: "on track". */
        public String words() {
            return words;
        }
    }

    public static final Shape.Text LINE = new Shape.Text(300, true);

    public static final Field<ItemId> TEAM = Field.required("team", Shape.item(Kind.TEAM), "Whose nudge it was");
    public static final Field<String> WEEK = Field.required("week", Shape.line(), "Of which week, such as 2026-W47");
    public static final Field<ItemId> ABOUT = Field.required("about", Shape.anyItem(), "Of which item");
    public static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who answered");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day of the answer");
    public static final Field<State> STATE = Field.required("state", Shape.oneOf(State.class), "How it goes");
    public static final Field<String> WHY = Field.of("why", LINE, "Why, in a line");

    static final List<Field<?>> FIELDS = List.of(TEAM, WEEK, ABOUT, BY, ON, STATE, WHY);

    Alignment(ItemId id, Values values) {
        super(Kind.ALIGNMENT, id, values);
    }

    @Override
    public String title() {
        return about() + " in " + week();
    }

    public ItemId team() {
        return values().get(TEAM);
    }

    public String week() {
        return values().get(WEEK);
    }

    public ItemId about() {
        return values().get(ABOUT);
    }

    public PersonId by() {
        return values().get(BY);
    }

    public State state() {
        return values().get(STATE);
    }

    public Optional<String> why() {
        return values().find(WHY);
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(in(team(), week()));
    }

    static Facet in(ItemId team, String week) {
        return new Facet("answered", team.folded() + " " + week);
    }
}
