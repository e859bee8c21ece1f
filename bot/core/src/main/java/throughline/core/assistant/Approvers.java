package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import throughline.core.check.Capacity;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Product;

/** Who says yes to a big bet: the lead of its product, any product lead, an admin. */
final class Approvers {
    private static final int MOST = 3;

    private Approvers() {}

    static boolean may(Request request, Initiative bet) {
        Person person = request.person();
        return person.is(Role.PRODUCT_LEAD)
                || person.is(Role.ADMIN)
                || lead(request, bet).filter(person.id()::equals).isPresent();
    }

    /** Whom to ask: its product's lead if there is one, else the product leads, else the admins. */
    static List<Person> of(Request request, Initiative bet) {
        Optional<Person> lead = lead(request, bet).flatMap(request.scene().people()::find);
        return lead.map(List::of).orElseGet(() -> {
            List<Person> leads = those(request, person -> person.is(Role.PRODUCT_LEAD));
            return leads.isEmpty() ? those(request, person -> person.is(Role.ADMIN)) : leads;
        });
    }

    private static Optional<PersonId> lead(Request request, Initiative bet) {
        return Capacity.of(request.roadmap(), bet).product().flatMap(Product::owner);
    }

    private static List<Person> those(Request request, Predicate<Person> such) {
        return request.scene().people().stream().filter(such).limit(MOST).toList();
    }
}
