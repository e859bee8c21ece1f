package throughline.core.interchange;

import java.util.List;
import java.util.Optional;
import throughline.core.data.Datum;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Group;
import throughline.core.roadmap.ItemId;

/**
 * The form of a roadmap file as a JSON Schema (draft 2020-12), for editors that check while one types. It knows the keys
 * and what each may hold; that references lead somewhere only the import can tell.
 */
public final class RoadmapSchema {
    private RoadmapSchema() {}

    public static Datum.Mapping tree() {
        Datum.Writer properties = Datum.mapping()
                .put("org", described(RoadmapFile.ORGANIZATION))
                .put("source", source())
                .put("people", list("Who is who; people who are only mentioned need no entry", people()));
        Section.ALL.forEach(section -> properties.put(section.key(), list(section)));
        return Datum.mapping()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Throughline roadmap file")
                .put("type", "object")
                .put("properties", properties.done())
                .put("required", Datum.list(List.of(Datum.text("org"))))
                .put("additionalProperties", Datum.flag(false))
                .done();
    }

    private static Datum described(Field<?> field) {
        return propertiesOf(Group.schema(List.of(field)).done())
                .get(field.key())
                .orElseThrow();
    }

    private static Datum source() {
        return Datum.mapping()
                .put("description", "Where it is written down; read past")
                .done();
    }

    private static Datum.Mapping people() {
        return element(Membership.FIELDS, Datum.mapping(), List.of());
    }

    private static Datum.Mapping list(Section section) {
        Datum id = Datum.mapping()
                .put(
                        "description",
                        "The next free one, such as " + section.kind().prefix() + "1, unless given")
                .put("type", Datum.list(List.of(Datum.text("string"), Datum.text("integer"), Datum.text("null"))))
                .put("maxLength", Datum.number(ItemId.LONGEST))
                .done();
        Datum.Writer first = Datum.mapping().put(Section.ID, id);
        return list(section.purpose(), element(section.fields(), first, section.nested()));
    }

    private static Datum.Mapping list(String purpose, Datum.Mapping element) {
        Datum none = Datum.mapping().put("type", "null").done();
        Datum many = Datum.mapping().put("type", "array").put("items", element).done();
        return Datum.mapping()
                .put("description", purpose)
                .put("anyOf", Datum.list(List.of(many, none)))
                .done();
    }

    private static Datum.Mapping element(List<Field<?>> fields, Datum.Writer properties, List<Section> nested) {
        Datum.Mapping plain = Group.schema(fields).done();
        propertiesOf(plain).entries().forEach((key, value) -> properties.put(key.text(), value));
        if (fields.stream().noneMatch(field -> field.key().equals(Section.SOURCE))) {
            properties.put(Section.SOURCE, source());
        }
        nested.forEach(section -> properties.put(section.key(), list(section)));
        Datum.Writer whole = Datum.mapping();
        plain.entries().forEach((key, value) -> whole.put(key.text(), value));
        return whole.put("properties", properties.done()).done();
    }

    private static Datum.Mapping propertiesOf(Datum.Mapping schema) {
        Optional<Datum> properties = schema.get("properties");
        return (Datum.Mapping) properties.orElseThrow();
    }
}
