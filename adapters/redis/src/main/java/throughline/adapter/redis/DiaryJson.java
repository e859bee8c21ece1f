package throughline.adapter.redis;

import java.time.Instant;
import throughline.core.data.Datum;
import throughline.core.delivery.Diary;

/** What a ritual has behind it, as stored. */
final class DiaryJson {
    static final String KIND = "diary";

    /** Version 2 tells where something was said and what it asked; version 3 has the parts. */
    private static final int VERSION = 3;

    private static final String PERIOD = "period";

    private DiaryJson() {}

    static String write(Diary diary) {
        return Json.write(Stored.begin(KIND, VERSION)
                .put(PERIOD, diary.period())
                .put(
                        "made",
                        Datum.list(diary.made().stream().map(DiaryJson::write).toList()))
                .put("outcome", diary.outcome())
                .put("at", diary.at().toString())
                .put(
                        "told",
                        Datum.list(diary.told().stream().map(DiaryJson::write).toList()))
                .done());
    }

    private static Datum.Mapping write(Diary.Told told) {
        return Datum.mapping()
                .put("part", told.part())
                .put("outcome", told.outcome())
                .put("at", told.at().toString())
                .done();
    }

    private static Datum.Mapping write(Diary.Made made) {
        return Datum.mapping()
                .put(PERIOD, made.period())
                .put("at", made.at().toString())
                .put("channel", made.channel())
                .put("asked", made.asked())
                .done();
    }

    static Diary read(String text) {
        Stored from = Stored.open(Json.read(text), KIND, VERSION);
        return new Diary(
                from.text(PERIOD),
                from.list("made").stream().map(DiaryJson::made).toList(),
                from.text("outcome"),
                from.instant("at"),
                from.list("told").stream().map(DiaryJson::told).toList());
    }

    private static Diary.Told told(Datum datum) {
        if (!(datum instanceof Datum.Mapping body)) {
            throw new Unreadable("a stored part of a diary is " + datum.noun());
        }
        Stored from = new Stored("part of a diary", body);
        return new Diary.Told(from.text("part"), from.text("outcome"), from.instant("at"));
    }

    private static Diary.Made made(Datum datum) {
        if (!(datum instanceof Datum.Mapping body)) {
            throw new Unreadable("a stored entry of a diary is " + datum.noun());
        }
        Stored from = new Stored("entry of a diary", body);
        Instant at = from.instant("at");
        return new Diary.Made(
                from.text(PERIOD),
                at,
                from.find("channel").orElse(""),
                from.find("asked").orElse(""));
    }
}
