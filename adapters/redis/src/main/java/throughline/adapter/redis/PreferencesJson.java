package throughline.adapter.redis;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import throughline.core.data.Datum;
import throughline.core.people.Preferences;

/** What a person wants to hear unasked, within the stored record. */
final class PreferencesJson {
    private static final String OFF = "off";
    private static final String QUIET = "quiet";
    private static final String ITEM = "item";
    private static final String UNTIL = "until";

    private PreferencesJson() {}

    static Datum.Mapping write(Preferences wants) {
        return Datum.mapping()
                .put(OFF, Datum.flag(wants.isOff()))
                .put("snoozed", wants.snoozed().map(day -> Datum.text(day.toString())))
                .put("from", wants.hours().map(hours -> Datum.text(hours.from().toString())))
                .put("to", wants.hours().map(hours -> Datum.text(hours.to().toString())))
                .put(
                        "items",
                        Datum.list(wants.items().stream()
                                .map(PreferencesJson::write)
                                .toList()))
                .put(QUIET, Datum.flag(wants.isQuiet()))
                .done();
    }

    private static Datum.Mapping write(Preferences.Snoozed snoozed) {
        return Datum.mapping()
                .put(ITEM, snoozed.item())
                .put(UNTIL, snoozed.until().toString())
                .done();
    }

    static Preferences read(Stored from) {
        return new Preferences(
                from.text(OFF).equals("true"),
                from.find("snoozed").map(LocalDate::parse),
                hours(from),
                from.list("items").stream().map(PreferencesJson::snoozed).toList(),
                from.find(QUIET).filter("true"::equals).isPresent());
    }

    private static Optional<Preferences.Hours> hours(Stored from) {
        return from.find("from")
                .flatMap(start -> from.find("to")
                        .map(end -> new Preferences.Hours(LocalTime.parse(start), LocalTime.parse(end))));
    }

    private static Preferences.Snoozed snoozed(Datum datum) {
        if (!(datum instanceof Datum.Mapping body)) {
            throw new Unreadable("a stored snoozed item is " + datum.noun());
        }
        Stored from = new Stored("snoozed item", body);
        return new Preferences.Snoozed(from.text(ITEM), LocalDate.parse(from.text(UNTIL)));
    }
}
