package throughline.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import throughline.core.interchange.Import;
import throughline.core.interchange.KeyTable;
import throughline.core.interchange.RoadmapSchema;

class RenderedFilesTest {
    private static Set<ValidationMessage> findings(String yaml) {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Json.node(RoadmapSchema.tree()));
        JsonNode file = Json.node(Imports.tree(yaml));
        return schema.validate(file);
    }

    @Test
    void the_schema_beside_the_sample_is_the_one_the_fields_make() {
        Approved.assertHolds(Approved.config("roadmap.schema.json"), Json.text(RoadmapSchema.tree()));
    }

    @Test
    void the_table_of_keys_is_the_one_the_fields_make() {
        Approved.assertHolds(Approved.config("roadmap-file.md"), KeyTable.markdown());
    }

    @Test
    void the_sample_is_valid() {
        assertEquals(Set.of(), findings(Approved.text(Approved.config("sample-roadmap.yaml"))));
    }

    @Test
    void the_example_in_the_table_of_keys_imports_and_is_valid() {
        String page = KeyTable.markdown();
        int from = page.indexOf("```yaml") + "```yaml".length();
        String example = page.substring(from, page.indexOf("```", from));
        assertEquals(
                1, Imports.folded(Imports.understood(example)).initiatives().size());
        assertEquals(Set.of(), findings(example));
    }

    @Test
    void absent_values_and_single_values_for_lists_are_valid() {
        assertEquals(Set.of(), findings("""
                        org: Acme
                        source: [a, b]
                        teams:
                        objectives:
                          - title: T
                            source: somewhere
                            key_results: [{id: 7, title: K, baseline: null, target: 5, source: there}]
                        initiatives: [{title: T, horizon: now, serves: O1-KR1, theme: null, release: 2026-Q4}]
                        """));
    }

    @Test
    void what_the_import_refuses_for_its_form_the_schema_finds_too() {
        assertFalse(findings("org: Acme\nthemas: []").isEmpty());
        assertFalse(findings("org: Acme\nthemes: [{title: T, kpis: x}]").isEmpty());
        assertFalse(findings("org: Acme\ninitiatives: [{title: T}]").isEmpty());
        assertFalse(
                findings("org: Acme\ninitiatives: [{title: T, horizon: soon}]").isEmpty());
        assertFalse(findings("org: Acme\ninitiatives: [{title: T, horizon: now, dhm: {delight: {score: 2.5}}}]")
                .isEmpty());
        assertFalse(findings("themes: []").isEmpty());
        assertTrue(Imports.read("org: Acme\nthemes: [{title: T, kpis: x}]") instanceof Import.Misread);
    }
}
