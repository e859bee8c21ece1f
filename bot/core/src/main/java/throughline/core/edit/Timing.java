package throughline.core.edit;

import java.util.Optional;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;

/**
 * How a text that tells when something comes is read, and written as the roadmap writes it: "Q1 27" is 2027-Q1. A file may say anything
 * there; somebody who edits can be asked.
 */
enum Timing {
    /** A quarter or a half year: a roadmap promises no dates. */
    WINDOW {
        @Override
        Optional<String> read(String text) {
            return Spoken.period(text);
        }

        @Override
        String expected(String text) {
            return Spoken.day(text)
                    .map(day -> "expected a quarter or a half year, never a date: it is in " + Spoken.quarter(day))
                    .orElse("expected a quarter or a half year like 2027-Q1 or 2027-H1, found “" + text + "”");
        }
    },

    /** A quarter, a half year, a year or a day, by the end of which something should be reached. */
    END {
        @Override
        Optional<String> read(String text) {
            return Spoken.period(text)
                    .filter(period -> period.length() > "Q1".length())
                    .or(() -> Spoken.year(text))
                    .or(() -> Spoken.day(text).map(Object::toString));
        }

        @Override
        String expected(String text) {
            return Spoken.period(text)
                    .map(part -> "expected the year as well, like 2027-" + part)
                    .orElse("expected a quarter, a half year or a date like 2027-Q1 or 2027-03-31, found “" + text
                            + "”");
        }
    };

    private static final int LONGEST = 60;

    /** As the roadmap writes it; empty if it tells no such time. */
    abstract Optional<String> read(String text);

    abstract String expected(String text);

    /** What to say about a text that tells no such time. */
    String problem(String text) {
        return expected(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    /** How a part of a field is read, if it tells a time. */
    static Optional<Timing> of(Field<?> field, String part) {
        if (field.equals(Initiative.RELEASE)) {
            return Optional.of(WINDOW);
        }
        boolean isEnd = field.equals(KeyResult.DUE) || (field.equals(Initiative.SUCCESS) && part.endsWith(".by"));
        return isEnd ? Optional.of(END) : Optional.empty();
    }
}
