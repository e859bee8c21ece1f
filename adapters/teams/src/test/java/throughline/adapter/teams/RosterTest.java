package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.InMemoryAddresses;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Place;
import throughline.core.conversation.Place.Reach;
import throughline.core.conversation.Speaker.Standing;
import throughline.core.people.Account;

class RosterTest {
    private final Undelivered away = new Undelivered(0, "", new IllegalStateException());

    private final HandClock clock = new HandClock();
    private final StubCourier courier = new StubCourier();
    private final References references = new References(new InMemoryAddresses());
    private final Roster roster = roster(false);

    private Roster roster(boolean trusting) {
        return new Roster(courier, references, new Roster.House(Optional.of("t1"), trusting), clock);
    }

    private Incoming heard(String conversation) {
        Arrival arrival = new Arrival(Activities.message("m1", conversation, "now"));
        references.learn(arrival);
        return Hearing.message(arrival, new Account("teams", "aad-ana"));
    }

    private Standing standing(String conversation) {
        return roster.introduce(heard(conversation)).from().standing();
    }

    private Reach reach(String conversation) {
        return roster.introduce(heard(conversation)).place().reach();
    }

    @Test
    void a_member_is_a_member() {
        assertEquals(Standing.MEMBER, standing(Activities.CHANNEL));
        assertEquals(Reach.INTERNAL, reach(Activities.CHANNEL));
        assertEquals(Reach.DIRECT, reach(Activities.PERSONAL));
    }

    @Test
    void an_answer_without_role_and_tenant_is_a_members() {
        courier.knows(new Member("", ""));
        assertEquals(Standing.MEMBER, standing(Activities.CHANNEL));
    }

    @Test
    void a_guest_is_a_guest() {
        courier.knows(new Member("Guest", "t1"));
        assertEquals(Standing.GUEST, standing(Activities.CHANNEL));
    }

    @Test
    void somebody_without_an_account_in_a_meeting_is_a_guest_and_the_place_is_shared() {
        courier.knows(new Member("anonymous", ""));
        assertEquals(Standing.GUEST, standing(Activities.GROUP));
        assertEquals(Reach.EXTERNAL, reach(Activities.GROUP));
    }

    @Test
    void in_a_thread_the_members_of_its_channel_are_looked_up() {
        standing(Activities.CHANNEL);
        assertEquals("19:growth@thread.tacv2", courier.askedWhere());
    }

    @Test
    void somebody_of_another_tenant_is_a_guest_and_the_place_is_shared() {
        courier.knows(new Member("user", "t2"));
        assertEquals(Standing.GUEST, standing(Activities.CHANNEL));
        assertEquals(Reach.EXTERNAL, reach(Activities.CHANNEL));
    }

    @Test
    void where_an_outsider_spoke_a_member_is_not_among_themselves() {
        courier.knows(new Member("user", "t2"));
        standing(Activities.GROUP);
        courier.knows(new Member("user", "t1"));
        Arrival arrival = new Arrival(Activities.message("m2", Activities.GROUP, "now"));
        Incoming member = roster.introduce(Hearing.message(arrival, new Account("teams", "aad-tom")));
        assertEquals(Standing.MEMBER, member.from().standing());
        assertEquals(Reach.EXTERNAL, member.place().reach());
    }

    @Test
    void where_an_outsider_spoke_is_known_after_a_restart_as_well() {
        courier.knows(new Member("user", "t2"));
        standing(Activities.GROUP);
        Place group = heard(Activities.GROUP).place();
        assertEquals(Reach.EXTERNAL, roster(false).inspect(group).reach());
        courier.knows(new Member("user", "t1"));
        assertEquals(
                Reach.EXTERNAL,
                roster(false).introduce(heard(Activities.GROUP)).place().reach());
        assertEquals(
                Reach.INTERNAL,
                roster(false).inspect(heard(Activities.CHANNEL).place()).reach());
    }

    @Test
    void who_cannot_be_looked_up_is_unverified() {
        courier.refuse(away);
        assertEquals(Standing.UNVERIFIED, standing(Activities.CHANNEL));
        assertEquals(Reach.EXTERNAL, reach(Activities.CHANNEL));
        assertEquals(1, courier.asked(), "not asked again at once");
        courier.accept();
        clock.pass(Duration.ofSeconds(31));
        assertEquals(Standing.MEMBER, standing(Activities.CHANNEL));
    }

    @Test
    void a_local_client_that_cannot_be_looked_up_is_trusted() {
        courier.refuse(away);
        Incoming known = roster(true).introduce(heard(Activities.CHANNEL));
        assertEquals(Standing.MEMBER, known.from().standing());
        assertEquals(Reach.INTERNAL, known.place().reach());
    }

    @Test
    void an_answer_is_remembered_for_an_hour_and_longer_if_there_is_no_other() {
        standing(Activities.CHANNEL);
        clock.pass(Duration.ofMinutes(59));
        standing(Activities.CHANNEL);
        assertEquals(1, courier.asked());
        courier.refuse(away);
        clock.pass(Duration.ofMinutes(2));
        assertEquals(Standing.MEMBER, standing(Activities.CHANNEL));
        assertEquals(2, courier.asked());
    }

    @Test
    void a_shared_channel_is_read_by_others() {
        var message = Activities.message("m1", Activities.CHANNEL, "now");
        ((com.fasterxml.jackson.databind.node.ObjectNode) message.path("channelData"))
                .putObject("channel")
                .put("type", "shared");
        Incoming incoming = Hearing.message(new Arrival(message), new Account("teams", "aad-ana"));
        assertEquals(Reach.EXTERNAL, incoming.place().reach());
    }
}
