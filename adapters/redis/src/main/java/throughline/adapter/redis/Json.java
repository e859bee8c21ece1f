package throughline.adapter.redis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import throughline.core.data.Datum;
import throughline.core.data.Datum.Scalar;
import throughline.core.data.Spot;

/** Plain trees as JSON text and back; numbers keep their digits. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** A mapping whose one long list was read element by element. */
    record Parts<T>(Datum.Mapping head, List<T> elements) {}

    static String write(Datum datum) {
        return writing(out -> write(datum, out));
    }

    /** The mapping {@code head} with one more entry, a list that need not be in memory as a whole. */
    static String write(Datum.Mapping head, String list, Stream<Datum> elements) {
        StringWriter text = new StringWriter();
        write(head, list, elements, text);
        return text.toString();
    }

    /** As {@link #write(Datum.Mapping, String, Stream)}, to a writer that stays open. */
    static void write(Datum.Mapping head, String list, Stream<Datum> elements, Writer to) {
        writing(to, out -> {
            out.writeStartObject();
            writeEntries(head, out);
            out.writeArrayFieldStart(list);
            for (Iterator<Datum> each = elements.iterator(); each.hasNext(); ) {
                write(each.next(), out);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** @throws Unreadable if the text is no JSON */
    static Datum read(String text) {
        return reading(new StringReader(text), in -> {
            in.nextToken();
            return read(in);
        });
    }

    /**
     * Reads what {@link #write(Datum.Mapping, String, Stream)} wrote.
     *
     * @param check sees the entries before the list, and may throw
     * @throws Unreadable if the text is no JSON
     */
    static <T> Parts<T> read(Reader text, String list, Consumer<Datum.Mapping> check, Function<Datum, T> element) {
        return reading(text, in -> {
            Datum.Writer head = Datum.mapping();
            List<T> elements = new ArrayList<>();
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String key = in.currentName();
                JsonToken first = in.nextToken();
                if (key.equals(list) && first == JsonToken.START_ARRAY) {
                    check.accept(head.done());
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        elements.add(element.apply(read(in)));
                    }
                } else {
                    head.put(key, read(in));
                }
            }
            return new Parts<>(head.done(), elements);
        });
    }

    /** Every text in it, wherever it stands. */
    static Stream<String> texts(String json) {
        return texts(read(json));
    }

    private static Stream<String> texts(Datum datum) {
        if (datum instanceof Datum.Sequence sequence) {
            return sequence.elements().stream().flatMap(Json::texts);
        }
        if (datum instanceof Datum.Mapping mapping) {
            return mapping.entries().values().stream().flatMap(Json::texts);
        }
        return datum instanceof Scalar scalar ? Stream.of(scalar.text()) : Stream.of();
    }

    private static void write(Datum datum, JsonGenerator out) throws IOException {
        if (datum instanceof Scalar scalar) {
            writeScalar(scalar, out);
        } else if (datum instanceof Datum.Sequence sequence) {
            out.writeStartArray();
            for (Datum element : sequence.elements()) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (datum instanceof Datum.Mapping mapping) {
            out.writeStartObject();
            writeEntries(mapping, out);
            out.writeEndObject();
        }
    }

    private static void writeEntries(Datum.Mapping mapping, JsonGenerator out) throws IOException {
        for (Map.Entry<Scalar, Datum> entry : mapping.entries().entrySet()) {
            out.writeFieldName(entry.getKey().text());
            write(entry.getValue(), out);
        }
    }

    private static void writeScalar(Scalar scalar, JsonGenerator out) throws IOException {
        switch (scalar.type()) {
            case TEXT -> out.writeString(scalar.text());
            case NUMBER -> out.writeNumber(scalar.text());
            case FLAG -> out.writeBoolean(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> out.writeNull();
        }
    }

    private static Datum read(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == null) {
            throw new Unreadable("what is stored is empty");
        }
        if (token == JsonToken.START_OBJECT) {
            return readMapping(in);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Datum> elements = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(in));
            }
            return Datum.list(elements);
        }
        return new Scalar(in.getText(), type(token), Spot.NOWHERE);
    }

    private static Datum.Mapping readMapping(JsonParser in) throws IOException {
        Datum.Writer mapping = Datum.mapping();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = in.currentName();
            in.nextToken();
            mapping.put(key, read(in));
        }
        return mapping.done();
    }

    private static Scalar.Type type(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalar.Type.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Scalar.Type.FLAG;
            case VALUE_NULL -> Scalar.Type.NOTHING;
            default -> Scalar.Type.TEXT;
        };
    }

    /** Something done to a generator. */
    private interface Writes {
        void to(JsonGenerator out) throws IOException;
    }

    /** Something read from a parser. */
    private interface Reads<T> {
        T from(JsonParser in) throws IOException;
    }

    private static String writing(Writes writes) {
        StringWriter text = new StringWriter();
        writing(text, writes);
        return text.toString();
    }

    private static void writing(Writer to, Writes writes) {
        try (JsonGenerator out = FACTORY.createGenerator(to)) {
            out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            writes.to(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T reading(Reader text, Reads<T> reads) {
        try (JsonParser in = FACTORY.createParser(text)) {
            return reads.from(in);
        } catch (JsonProcessingException malformed) {
            throw new Unreadable("what is stored is no JSON: " + malformed.getOriginalMessage(), malformed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
