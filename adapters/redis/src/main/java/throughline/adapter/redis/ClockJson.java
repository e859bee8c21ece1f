package throughline.adapter.redis;

import java.time.Instant;

/** Where the clock was put, as stored. */
final class ClockJson {
    static final String KIND = "clock";
    private static final int VERSION = 1;

    private ClockJson() {}

    static String write(Instant now) {
        return Json.write(Stored.begin(KIND, VERSION).put("at", now.toString()).done());
    }

    static Instant read(String text) {
        return Stored.open(Json.read(text), KIND, VERSION).instant("at");
    }
}
