package throughline.adapter.files;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import throughline.core.data.Spot;
import throughline.core.interchange.Problem;

/** What the parser complains about, in words for the writer of the file. */
final class Malformed {
    private Malformed() {}

    static Problem problem(MarkedYamlEngineException malformed) {
        String complaint = malformed.getProblem();
        Optional<Mark> here = malformed.getProblemMark();
        Optional<Mark> opened = malformed.getContextMark();
        if (complaint.startsWith("found unexpected end of stream")) {
            return at(opened.or(() -> here), "the quote that opens here is never closed");
        }
        if (complaint.startsWith("could not find expected ':'")) {
            return at(opened.or(() -> here), "“:” is missing; expected “key: value”");
        }
        if (complaint.startsWith("expected ',' or '")) {
            char closing = complaint.charAt("expected ',' or '".length());
            String since = opened.map(mark -> " to close what opens in line " + (mark.getLine() + 1))
                    .orElse("");
            return at(here, "expected “,” or “" + closing + "”" + since);
        }
        return at(here, inPlainWords(complaint));
    }

    /** A complaint without a place is about a character; the place is searched for. */
    static Problem problem(YamlEngineException unreadable, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                return new Problem(
                        new Spot(line, column),
                        "",
                        String.format("the character U+%04X cannot be in a file; delete it", character));
            }
            column = character == '\n' ? 1 : column + 1;
            line = character == '\n' ? line + 1 : line;
        }
        return new Problem(Spot.NOWHERE, "", "not YAML 1.2: " + unreadable.getMessage());
    }

    private static String inPlainWords(String complaint) {
        if (complaint.startsWith("found character '\\t")) {
            return "a tab cannot indent a line; use spaces";
        }
        if (complaint.startsWith("found character '")) {
            return "text cannot begin with “" + quoted(complaint) + "”; put it in quotes";
        }
        if (complaint.startsWith("mapping values are not allowed")) {
            return "“:” is not expected here; keys of one group begin in the same column,"
                    + " and text that contains “: ” stands in quotes";
        }
        if (complaint.startsWith("sequence entries are not allowed")) {
            return "a list entry “- ” begins on a line of its own";
        }
        if (complaint.startsWith("found unknown escape") || complaint.startsWith("expected escape sequence")) {
            return "“\\” is followed by something unknown; write “\\\\” for a backslash, or use single quotes";
        }
        if (complaint.startsWith("expected <block end>, but found '<scalar>'")) {
            return "text continues after the value has ended; put the whole value in quotes,"
                    + " or indent this line as those above";
        }
        if (complaint.startsWith("expected <block end>")) {
            return "this line is not indented as those above that it belongs to";
        }
        if (complaint.startsWith("expected the node content")) {
            return "expected a value, found “" + quoted(complaint) + "”";
        }
        if (complaint.startsWith("expected '<document start>'")) {
            return "this does not belong to anything above; keys of one group begin in the same column";
        }
        return "not YAML 1.2: " + complaint;
    }

    private static String quoted(String complaint) {
        int from = complaint.indexOf('\'') + 1;
        return complaint.substring(from, Math.max(from, complaint.indexOf('\'', from)));
    }

    private static Problem at(Optional<Mark> mark, String message) {
        return new Problem(spot(mark), "", message);
    }

    static Spot spot(Optional<Mark> mark) {
        return mark.map(at -> new Spot(at.getLine() + 1, at.getColumn() + 1)).orElse(Spot.NOWHERE);
    }
}
