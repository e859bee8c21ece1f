package throughline.core.check.statement;

import java.util.regex.Pattern;

/** Targets with a figure: "What target do we need to hit?" ("Closing the Strategy-Execution Gap", Strategic Instrumentation). */
final class Measurable {
    private static final String COUNT =
            "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
                    + "fifty|sixty|seventy|eighty|ninety|hundred|thousand|million";

    /** Figures that belong to a name or to a time, and say nothing of how much. */
    private static final Pattern NAMES =
            Pattern.compile("(?i)\\b\\d+[- ](?:day|week|month|hour|minute|year)s?\\b(?= \\p{L}+)(?<=-\\p{L}{3,6})"
                    + "|\\b(?:day|week|month)[- ]\\d+\\b"
                    + "|\\b\\d+(?:st|nd|rd|th) percentile"
                    + "|\\b(?:19|20)\\d{2}(?:[- ]?[QH]\\d)?\\b(?! \\p{L}*(?:users|teams|customers))"
                    + "|\\b[QH]\\d(?: ?/? ?(?:20)?\\d{2})?\\b"
                    + "|\\b(?:ISO|Fortune|Level|Tier|Version|Phase|Part|Section|WCAG|TLS|Wave|Class|Grade) ?\\d[\\d.]*"
                    + "|\\b\\d+[-–]\\d+ seats?\\b"
                    + "|\\b\\p{L}+\\d+\\p{L}*\\b"
                    + "|(?-i:\\b\\d+[A-LN-WYZ]\\b)"
                    + "|\\b\\d/\\d\\b(?= support)"
                    + "|\\b(?:" + COUNT + ")-\\p{L}+");

    private static final Pattern FIGURE = Pattern.compile("(?i)\\d"
            + "|\\b(?:" + COUNT + ")\\b"
            + "|\\b(?:half|halve|halved|double|doubled|doubles|twice|triple|treble|quadruple|zero|none|nobody|once|thirds?|"
            + "quarters of|tenth|fifth|dozen|a quarter of|by a quarter|not a single)\\b");

    private static final Pattern WHOLE =
            Pattern.compile("(?i)^(?:all|every|everybody|everyone|each|no|never|nobody)\\b.*");

    private Measurable() {}

    static boolean is(String text) {
        return FIGURE.matcher(NAMES.matcher(text).replaceAll(" ")).find()
                || WHOLE.matcher(text.strip()).matches();
    }
}
