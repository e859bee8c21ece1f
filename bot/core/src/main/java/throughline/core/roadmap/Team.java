package throughline.core.roadmap;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;

/** A team: who is in it, where it talks and in which time zone. */
public final class Team extends Item {
    public static final Field<String> NAME = Field.required("name", Shape.line(), "What it is called");
    public static final Field<String> CHANNEL = Field.of("channel", Shape.line(), "Its channel, such as #growth");
    public static final Field<PersonId> LEAD = Field.of("lead", Shape.person(), "Its lead");
    public static final Field<ZoneId> ZONE = Field.of("zone", Shape.zone(), "Its time zone");
    public static final Field<List<PersonId>> MEMBERS = Field.of("members", Shape.many(Shape.person()), "Who is in it");

    static final List<Field<?>> FIELDS = List.of(NAME, CHANNEL, LEAD, ZONE, MEMBERS);

    Team(ItemId id, Values values) {
        super(Kind.TEAM, id, values);
    }

    @Override
    public String title() {
        return values().get(NAME);
    }

    public Optional<String> channel() {
        return values().find(CHANNEL);
    }

    @Override
    public Optional<PersonId> owner() {
        return values().find(LEAD);
    }

    public List<PersonId> members() {
        return values().all(MEMBERS);
    }
}
