package throughline.core.interchange;

import java.util.List;
import java.util.stream.Collectors;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Shape;

/** The documented table of keys of a roadmap file, in Markdown. */
public final class KeyTable {
    private static final String INTRODUCTION = """
            # The roadmap file

            One file, YAML or JSON, describes the whole organization: `sample-roadmap.yaml` beside this page is one. An
            editor that knows JSON Schema checks it while you type with `roadmap.schema.json`:

            ```yaml
            # yaml-language-server: $schema=roadmap.schema.json
            org: Example Ltd
            objectives:
              - id: O1
                title: New teams reach value in their first week
                key_results:
                  - id: O1-KR1
                    title: More teams finish their setup
                    metric: 7-day activation
                    baseline: 40 %
                    target: 55 %
            initiatives:
              - id: I1
                title: Onboarding wizard
                horizon: now
                serves: [O1-KR1]
                owner: Maya Lind
                team: Growth
            ```

            * **Ids** are short and unique in the whole file, whatever their case. An item without one gets the next free
              one: `I8` after `I7`, `O2-KR3` inside `O2`.
            * **People** are named by their full names. Whoever is only mentioned is created with the role that the mention
              implies: the owner of an objective, theme or initiative is a PM, a team's lead an engineering lead, a
              product's lead or a strategy statement's owner a product lead, everybody else a team member. Whoever is
              listed under `people` with roles has exactly these. A name that is nearly one of those listed is a mistake.
            * **Teams** are named by name or id, and created when they are only mentioned. **Products** may be left out:
              then there is one, named after the organization.
            * **References** lead to something in the same file. What stands inside an item (`key_results`, `workstreams`,
              `evidence`, `experiments`) belongs to it and does not name it again.
            * A key without a value counts as absent. `source` may stand anywhere. One value may stand where a list is
              expected. Figures such as baselines and targets may be any text.
            * **Mistakes of form** (an unknown key, a wrong type, a reference that leads nowhere) are all told at once, each
              with its line, and nothing is imported. **Mistakes of content** (a theme without a KPI, a hard date) stop
              nothing; the check finds them later.

            A file has at most 64 million characters, 64 levels and 50 aliases.
            """;

    private KeyTable() {}

    public static String markdown() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("\n## At the top\n\n").append(head());
        row(page, "", RoadmapFile.ORGANIZATION);
        line(page, Section.SOURCE, "anything", "", "Where it is written down; read past");
        line(page, Membership.KEY, "a list of people", "", "Who is who");
        Section.ALL.forEach(section -> line(page, section.key(), "a list", "", section.purpose()));
        page.append("\n## `").append(Membership.KEY).append("`\n\n").append(head());
        Membership.FIELDS.forEach(field -> row(page, "", field));
        Section.ALL.forEach(section -> section(page, section, section.key()));
        return page.toString();
    }

    private static void section(StringBuilder page, Section section, String path) {
        boolean told = section.implied().isPresent() && !section.key().equals("key_results");
        if (told) {
            return;
        }
        page.append("\n## `")
                .append(path)
                .append("`\n\n")
                .append(section.purpose())
                .append(".\n\n")
                .append(head());
        line(page, Section.ID, "an id such as " + section.kind().prefix() + "1", "", "The next free one unless given");
        section.fields().forEach(field -> row(page, "", field));
        for (Section inner : section.nested()) {
            line(
                    page,
                    inner.key(),
                    "a list",
                    "",
                    inner.purpose() + ", as in [`" + inner.key() + "`](#" + inner.key() + ")");
        }
        section.nested().forEach(inner -> section(page, inner, inner.key()));
    }

    private static String head() {
        return "| key | what | required | what it means |\n|---|---|---|---|\n";
    }

    private static void row(StringBuilder page, String above, Field<?> field) {
        String key = above + field.key();
        line(page, key, what(field.shape()), field.isRequired() ? "yes" : "", field.help());
        partsOf(field.shape()).forEach(part -> row(page, key + Trail.STEP, part));
    }

    private static List<Field<?>> partsOf(Shape<?> shape) {
        if (shape instanceof Shape.Many<?> many) {
            return partsOf(many.element());
        }
        return shape instanceof Shape.Structure<?> structure ? structure.fields() : List.of();
    }

    private static String what(Shape<?> shape) {
        if (shape instanceof Shape.Many<?> many) {
            return "a list, each " + what(many.element());
        }
        if (shape instanceof Shape.Structure<?> structure) {
            return structure.noun() + " with the keys below";
        }
        return shape instanceof Shape.Text text ? "text of up to " + text.longest() + " characters" : shape.expected();
    }

    private static void line(StringBuilder page, String key, String what, String required, String meaning) {
        page.append(List.of("`" + key + "`", what, required, meaning).stream()
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }
}
