package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static throughline.core.delivery.Parcels.MONDAY;
import static throughline.core.delivery.Parcels.RITUAL;
import static throughline.core.delivery.Parcels.round;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.delivery.Claim;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.Verdict;
import throughline.core.delivery.Waits;

/** On one Redis, and what happens when it is another one. */
class RedisDeliveriesTest extends StoredDeliveries {
    @Override
    protected Redis redis() {
        return Shared.REDIS;
    }

    private static Waits suspicious() {
        return new Waits(
                WAITS.call(),
                WAITS.lease(),
                WAITS.settle(),
                WAITS.sweep(),
                Duration.ofMillis(300),
                Duration.ofSeconds(9));
    }

    private Claim claimed(Deliveries deliveries) {
        return deliveries.take(5).stream()
                .flatMap(waiting -> deliveries.claim(waiting).stream())
                .findFirst()
                .orElseThrow();
    }

    /** As after a failover: another server answers than the one that was seen last. */
    private void becomeAnotherPrimary() {
        Shared.REDIS.putField(Keys.primary(organization()), "run", "the-old-one");
    }

    @Test
    void what_is_claimed_after_a_failover_may_have_arrived_before() {
        Waits waits = suspicious();
        schedule().plan(RITUAL, Optional.of(MONDAY));
        schedule().materialise(round("a"));
        becomeAnotherPrimary();
        assertTrue(claimed(new RedisDeliveries(redis(), organization(), waits)).isUncertain());
        Duration quiet = new RedisAllowances(redis(), organization(), waits).take("slack", List.of());
        assertFalse(quiet.isZero(), "nothing is sent while an order to wait may be lost");
    }

    @Test
    void what_an_operator_sent_after_all_before_a_failover_is_looked_for_too() throws InterruptedException {
        Deliveries deliveries = new RedisDeliveries(redis(), organization(), suspicious());
        schedule().plan(RITUAL, Optional.of(MONDAY));
        schedule().materialise(round("a"));
        becomeAnotherPrimary();
        deliveries.finish(claimed(deliveries), new Verdict.Held("no history"));
        pass(Duration.ofMillis(5));
        letters().retry("a");
        Claim sent = claimed(deliveries);
        assertFalse(sent.isUncertain(), "the operator knows of the failover");
        deliveries.finish(sent, new Verdict.Later(Duration.ZERO, false, true, "later"));
        pass(Duration.ofMillis(5));
        becomeAnotherPrimary();
        assertTrue(claimed(deliveries).isUncertain(), "it may have been sent before");
    }

    @Test
    void a_claim_of_before_a_failover_begins_nothing() {
        schedule().plan(RITUAL, Optional.of(MONDAY));
        schedule().materialise(round("a"));
        Claim claim = claimed(deliveries());
        becomeAnotherPrimary();
        assertEquals(Optional.empty(), deliveries().begin(claim));
    }

    @Test
    void what_was_skipped_can_be_discarded_when_it_is_forgotten() {
        schedule().plan(RITUAL, Optional.of(MONDAY));
        schedule().materialise(round("a"));
        deliveries().finish(claimed(deliveries()), new Verdict.Skipped("late"));
        redis().remove(Keys.occurrence(organization(), "a"));
        assertFalse(letters().retry("a"));
        assertTrue(letters().discard("a"));
        assertFalse(letters().discard("a"));
        assertEquals(List.of(), letters().newest(5));
    }

    @Test
    void that_it_arrived_is_believed_even_if_a_failover_lost_the_claim() {
        schedule().plan(RITUAL, Optional.of(MONDAY));
        schedule().materialise(round("a"));
        Claim claim = claimed(deliveries());
        for (String lost : List.of("token", "lease", "claimed")) {
            redis().removeField(Keys.occurrence(organization(), "a"), lost);
        }
        assertTrue(deliveries().finish(claim, new Verdict.Done("17.4", false)));
        assertEquals(Optional.of("17.4"), arrivals().find("a"));
    }

    @Test
    void bots_share_what_waits() {
        schedule().plan(RITUAL, Optional.of(MONDAY));
        schedule().materialise(round("a", "b"));
        Deliveries one = deliveries();
        Deliveries other = deliveries();
        assertEquals("a", one.take(1).get(0).id());
        assertEquals("b", other.take(1).get(0).id());
        assertEquals(List.of(), one.take(1));
    }
}
