package throughline.core.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Work that somebody pasted from elsewhere: a ticket's text below the question, or its key or link in the tracker. */
public final class Pasted {
    /** More than this says what a ticket is about no better, in characters. */
    static final int LONGEST = 2_000;

    /** A question above or below a ticket is short; what is longer is part of it. */
    private static final int LONGEST_QUESTION = 120;

    private static final Pattern QUESTION = Pattern.compile(
            "^(?:(?:which-?okr|line)\\W*|.*\\b(?:which|what|whose)\\b.*\\b(?:okrs?|objectives?|goals?|key results?|krs?)\\b.*)$",
            Pattern.CASE_INSENSITIVE);

    /** What the question asks about, where that stands on the same line. */
    private static final Pattern ASKED_ABOUT = Pattern.compile(
            "^(?:which-?okr|line|.*?\\b(?:which|what|whose)\\b.*?\\b(?:okrs?|objectives?|goals?|key results?|krs?)\\b"
                    + "(?:\\s+(?:does|do|would|will|is|are))?)(?:\\s+this\\s+serves?)?\\s*:?\\s*(.*?)"
                    + "(?:\\s+(?:serves?|supports?|for|under))?[\\s?.!]*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Where the question ends and the work begins, on one line. */
    private static final Pattern COLON = Pattern.compile(":\\s+");

    private static final Pattern KEY = Pattern.compile("\\b([A-Z][A-Z0-9]{1,9})-[1-9]\\d{0,6}\\b(?!-)");
    private static final Pattern LINK = Pattern.compile(
            "https?://\\S{0,500}/(?<key>[A-Z][A-Z0-9]{1,9}-[1-9]\\d{0,6})(?=$|[\\s>)|?#.,])", Pattern.CASE_INSENSITIVE);

    /** What looks like a tracker's project and is none. */
    private static final Set<String> STANDARDS =
            Set.of("AES", "COVID", "GPT", "ISO", "RFC", "SHA", "SOC", "UTF", "WCAG");

    private static final String OPENING_QUOTES = "“\"„";
    private static final String CLOSING_QUOTES = "”\"";

    private static final Pattern QUOTING = Pattern.compile("^\\s*>[\\s>]*|^\\s*```\\w*\\s*$|```\\s*$");

    private Pasted() {}

    /** The pasted work without the question and without marks of quoting; empty if nothing was pasted. */
    public static Optional<String> work(String text) {
        List<String> lines = text.strip().lines().limit(LONGEST).toList();
        return (lines.size() > 1 ? below(lines) : onOneLine(text.strip()))
                .map(Pasted::bounded)
                .filter(work -> !work.isEmpty());
    }

    /** The first key of an issue tracker in a text, alone or at the end of a link. */
    public static Optional<String> key(String text) {
        Matcher link = LINK.matcher(text);
        return link.find() ? Optional.of(link.group("key").toUpperCase(Locale.ROOT)) : plainKey(text);
    }

    private static Optional<String> plainKey(String text) {
        return KEY.matcher(text)
                .results()
                .filter(key -> !STANDARDS.contains(key.group(1)))
                .map(MatchResult::group)
                .findFirst();
    }

    private static Optional<String> below(List<String> lines) {
        int last = lines.size() - 1;
        if (isQuestion(lines.get(0))) {
            return Optional.of(begun(lines.get(0)) + joined(lines.subList(1, lines.size())));
        }
        if (isQuestion(lines.get(last))) {
            return Optional.of(joined(lines.subList(0, last)));
        }
        return isTicket(lines.get(0)) ? Optional.of(joined(lines)) : Optional.empty();
    }

    /** The work's first line, where it follows the question. */
    private static String begun(String question) {
        String[] parts = COLON.split(question, 2);
        return parts.length > 1 ? unquoted(parts[1]) + "\n" : "";
    }

    private static Optional<String> onOneLine(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher asked = ASKED_ABOUT.matcher(line);
        String work = unquoted(asked.matches() ? asked.group(1) : line);
        return isTicket(work) ? Optional.of(work) : Optional.empty();
    }

    private static boolean isQuestion(String line) {
        return line.length() <= LONGEST_QUESTION
                && QUESTION.matcher(line.strip()).matches();
    }

    /** A ticket begins with its key or its link; a key elsewhere is only mentioned. */
    private static boolean isTicket(String line) {
        String begin = unquoted(line).split("\\s+", 2)[0];
        return key(begin).isPresent();
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(Pasted::unquoted).collect(Collectors.joining("\n"));
    }

    private static String unquoted(String line) {
        String bare = QUOTING.matcher(line).replaceAll("").strip();
        int from = 0;
        int to = bare.length();
        while (from < to && OPENING_QUOTES.indexOf(bare.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && CLOSING_QUOTES.indexOf(bare.charAt(to - 1)) >= 0) {
            to--;
        }
        return bare.substring(from, to);
    }

    private static String bounded(String work) {
        String whole = work.strip();
        int end = Math.min(LONGEST, whole.length());
        boolean splits = end < whole.length() && Character.isHighSurrogate(whole.charAt(end - 1));
        return whole.substring(0, splits ? end - 1 : end).strip();
    }
}
