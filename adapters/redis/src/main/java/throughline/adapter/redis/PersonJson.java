package throughline.adapter.redis;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.core.data.Datum;
import throughline.core.people.Account;
import throughline.core.people.Invitation;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Preferences;
import throughline.core.people.PulseAnswer;
import throughline.core.people.Role;

/** The erasable record of a person as stored. */
final class PersonJson {
    static final String KIND = "person";

    /** Version 2 has the invitation, version 3 what the person wants to hear unasked, version 4 whether of requests, version 5 the
     * answers to pulses. */
    private static final int VERSION = 5;

    private PersonJson() {}

    static String write(Person person) {
        List<Datum.Scalar> roles = person.roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(role -> Datum.text(role.written()))
                .toList();
        return Json.write(Stored.begin(KIND, VERSION)
                .put("id", person.id().text())
                .put("name", person.name())
                .put("roles", Datum.list(roles))
                .put("zone", person.zone().map(ZoneId::getId).map(Datum::text))
                .put("title", person.details().title().map(Datum::text))
                .put("department", person.details().department().map(Datum::text))
                .put("email", person.details().email().map(Datum::text))
                .put(
                        "accounts",
                        Datum.list(person.accounts().stream()
                                .map(PersonJson::write)
                                .toList()))
                .put("invitation", person.invitation().map(PersonJson::write))
                .put(
                        "preferences",
                        Optional.of(person.preferences())
                                .filter(wants -> !wants.equals(Preferences.NONE))
                                .map(PreferencesJson::write))
                .put(
                        "pulses",
                        Datum.list(
                                person.pulses().stream().map(PersonJson::write).toList()))
                .done());
    }

    static Person read(String text) {
        Stored from = Stored.open(Json.read(text), KIND, VERSION);
        return new Person(
                new PersonId(from.text("id")),
                from.text("name"),
                roles(from),
                from.find("zone").map(ZoneId::of),
                new Person.Details(from.find("title"), from.find("department"), from.find("email")),
                from.list("accounts").stream().map(PersonJson::account).toList(),
                from.part("invitation").map(PersonJson::invitation),
                from.part("preferences").map(PreferencesJson::read).orElse(Preferences.NONE),
                from.list("pulses").stream().map(PersonJson::pulse).toList());
    }

    private static Datum.Mapping write(PulseAnswer answer) {
        return Datum.mapping()
                .put("pulse", answer.pulse())
                .put("right", answer.isRight().map(Datum::flag))
                .done();
    }

    private static PulseAnswer pulse(Datum datum) {
        if (!(datum instanceof Datum.Mapping body)) {
            throw new Unreadable("a stored answer to a pulse is " + datum.noun());
        }
        Stored from = new Stored("answer to a pulse", body);
        return new PulseAnswer(from.text("pulse"), from.find("right").map("true"::equals));
    }

    private static Datum.Mapping write(Invitation invitation) {
        return Datum.mapping()
                .put("digest", invitation.digest())
                .put("until", invitation.until().toString())
                .done();
    }

    private static Invitation invitation(Stored from) {
        return new Invitation(from.text("digest"), from.instant("until"));
    }

    static Datum.Mapping write(Account account) {
        return Datum.mapping()
                .put("platform", account.platform())
                .put("id", account.id())
                .done();
    }

    static Account account(Datum datum) {
        if (!(datum instanceof Datum.Mapping body)) {
            throw new Unreadable("a stored account is " + datum.noun());
        }
        Stored from = new Stored("account", body);
        return new Account(from.text("platform"), from.text("id"));
    }

    private static Set<Role> roles(Stored from) {
        return from.list("roles").stream().map(PersonJson::role).collect(Collectors.toSet());
    }

    private static Role role(Datum datum) {
        String written = datum instanceof Datum.Scalar scalar ? scalar.text() : datum.noun();
        return Arrays.stream(Role.values())
                .filter(role -> role.written().equals(written))
                .findFirst()
                .orElseThrow(() -> new Unreadable("a stored “" + KIND + "” has the role “" + written
                        + "”, which this bot does not know: start the bot that wrote it, or a newer one"));
    }
}
