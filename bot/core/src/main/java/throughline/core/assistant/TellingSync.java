package throughline.core.assistant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import throughline.core.people.Person;
import throughline.core.people.Role;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Sync;
import throughline.core.ritual.Today;
import throughline.core.ritual.Wish;

/** Tells product and engineering leads, at the beginning of a month, what they should look at together. */
public final class TellingSync implements Occasion {
    /** Later in the month it comes too late. */
    private static final int LAST_DAY = 10;

    @Override
    public List<Errand> errands(Today today) {
        List<Person> leads = today.people().stream()
                .filter(person -> person.is(Role.PRODUCT_LEAD) || person.is(Role.ENGINEERING_LEAD))
                .filter(person -> today.day(person).getDayOfMonth() <= LAST_DAY)
                .filter(person ->
                        today.told(person.id(), wish(today.day(person))).isEmpty())
                // It is computed from all that happened in a month, so only when it may be said.
                .filter(person -> today.agenda().working(person).isWorking(today.now()))
                .toList();
        if (leads.isEmpty()) {
            return List.of();
        }
        // A day more: where a lead is it may still be yesterday.
        Instant since = YearMonth.from(today.day().minusDays(LAST_DAY + 1L))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Sync sync = Sync.of(today.roadmap(), today.history(), since, today.now());
        return sync.isEmpty()
                ? List.of()
                : leads.stream().map(person -> errand(today, person, sync)).toList();
    }

    private static String wish(LocalDate day) {
        return "sync:" + YearMonth.from(day);
    }

    private static Errand errand(Today today, Person person, Sync sync) {
        LocalDate day = today.day(person);
        String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return new Errand(
                person.id(),
                new Wish(wish(day), Wish.Topic.SYNC, Set.of(), List.of()).within(Wish.Urgency.WHENEVER),
                new SyncCard(sync, today.people()).section(month));
    }
}
