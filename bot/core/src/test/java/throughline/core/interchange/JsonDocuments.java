package throughline.core.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import throughline.core.data.Datum;
import throughline.core.data.Datum.Scalar;
import throughline.core.data.Spot;

/** Reads JSON alone: enough to speak about files where there is no adapter. */
public final class JsonDocuments implements Documents {
    @Override
    public Parsed yaml(String text) {
        Reader reader = new Reader(text);
        try {
            Datum root = reader.value(0);
            reader.expectEnd();
            return new Tree(root);
        } catch (Unexpected unexpected) {
            return new Broken(List.of(new Problem(reader.spot(), "", "expected " + unexpected.getMessage())));
        }
    }

    private static final class Unexpected extends RuntimeException {
        Unexpected(String expected) {
            super(expected);
        }
    }

    private static final class Reader {
        private final String text;
        private int at;
        private int line = 1;
        private int lineStart;

        Reader(String text) {
            this.text = text;
        }

        Spot spot() {
            return new Spot(line, at - lineStart + 1);
        }

        Datum value(int depth) {
            char next = peek();
            Spot spot = spot();
            if (depth > 64) {
                throw new Unexpected("at most 64 levels");
            }
            if (next == '{') {
                return mapping(depth, spot);
            }
            if (next == '[') {
                return sequence(depth, spot);
            }
            return next == '"' ? new Scalar(string(), Scalar.Type.TEXT, spot) : word(spot);
        }

        private Datum mapping(int depth, Spot spot) {
            Map<Scalar, Datum> entries = new LinkedHashMap<>();
            expect('{');
            while (peek() != '}') {
                Spot keySpot = spot();
                Scalar key = new Scalar(string(), Scalar.Type.TEXT, keySpot);
                expect(':');
                entries.put(key, value(depth + 1));
                separate('}');
            }
            expect('}');
            return new Datum.Mapping(entries, spot);
        }

        private Datum sequence(int depth, Spot spot) {
            List<Datum> elements = new ArrayList<>();
            expect('[');
            while (peek() != ']') {
                elements.add(value(depth + 1));
                separate(']');
            }
            expect(']');
            return new Datum.Sequence(elements, spot);
        }

        private void separate(char end) {
            if (peek() != end) {
                expect(',');
            }
        }

        private String string() {
            expect('"');
            StringBuilder string = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '"') {
                char next = text.charAt(at++);
                string.append(next == '\\' ? escaped() : next);
            }
            expect('"');
            return string.toString();
        }

        private char escaped() {
            char escape = text.charAt(at++);
            if (escape == 'u') {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            return escape == 'n' ? '\n' : escape == 't' ? '\t' : escape;
        }

        private Datum word(Spot spot) {
            int from = at;
            while (Character.isLetterOrDigit(charOrSpace()) || "+-.".indexOf(charOrSpace()) >= 0) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.isEmpty()) {
                throw new Unexpected("a value");
            }
            Scalar.Type type = switch (word) {
                case "true", "false" -> Scalar.Type.FLAG;
                case "null" -> Scalar.Type.NOTHING;
                default -> Scalar.Type.NUMBER;
            };
            return new Scalar(word, type, spot);
        }

        private char charOrSpace() {
            return at < text.length() ? text.charAt(at) : ' ';
        }

        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                if (text.charAt(at++) == '\n') {
                    line++;
                    lineStart = at;
                }
            }
            return at < text.length() ? text.charAt(at) : '\0';
        }

        private void expect(char wanted) {
            if (peek() != wanted) {
                throw new Unexpected("“" + wanted + "”");
            }
            at++;
        }

        void expectEnd() {
            if (peek() != '\0') {
                throw new Unexpected("the end");
            }
        }
    }
}
