package throughline.core.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a card, chosen by what it means. A new block does not compile until every {@link Draw} draws it. */
public sealed interface Block {
    <R> R drawn(Draw<R> draw);

    /** A paragraph. */
    record Text(Prose prose) implements Block {
        @Override
        public <R> R drawn(Draw<R> draw) {
            return draw.text(this);
        }
    }

    /** Small print: the source of an answer and its freshness. */
    record Note(Prose prose) implements Block {
        @Override
        public <R> R drawn(Draw<R> draw) {
            return draw.note(this);
        }
    }

    /** Labels with values. */
    record Facts(List<Fact> facts) implements Block {
        /** @param label one or two words, without a colon */
        public record Fact(String label, Prose value) {}

        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public <R> R drawn(Draw<R> draw) {
            return draw.facts(this);
        }
    }

    /** Things of one sort, each with what matters about it. */
    record Items(List<Row> rows) implements Block {
        /** A thing: its name first, then details, each of which fits a line. */
        public record Row(Prose name, List<Prose> details) {
            /** A detail up to this length shares its line with others. */
            private static final int SHORT = 40;

            public Row {
                details = List.copyOf(details);
            }

            /**
             * The row as short lines, for where a long one would wrap: the name, then each long detail for itself and the short
             * ones together. A single detail stays with the name.
             */
            public List<Prose> lines() {
                List<Prose> given =
                        details.stream().filter(detail -> !detail.isEmpty()).toList();
                if (given.size() < 2) {
                    return List.of(Prose.join(
                            " · ",
                            Stream.concat(Stream.of(name), given.stream()).toList()));
                }
                List<Prose> lines = new ArrayList<>(List.of(name));
                List<Prose> together = new ArrayList<>();
                for (Prose detail : given) {
                    if (detail.plain().length() > SHORT) {
                        addTo(lines, together);
                        lines.add(detail);
                    } else {
                        together.add(detail);
                    }
                }
                addTo(lines, together);
                return List.copyOf(lines);
            }

            private static void addTo(List<Prose> lines, List<Prose> together) {
                if (!together.isEmpty()) {
                    lines.add(Prose.join(" · ", together));
                    together.clear();
                }
            }
        }

        public Items {
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R drawn(Draw<R> draw) {
            return draw.items(this);
        }
    }

    /**
     * Things beside each other, a row for each; for figures that are to be compared.
     *
     * @param heads of the columns, one or two words each; the first is that of the rows' names
     */
    record Table(List<String> heads, List<Line> rows) implements Block {
        /** @param cells one for each head, its name first; an empty one is not known */
        public record Line(List<Prose> cells) {
            public Line {
                cells = List.copyOf(cells);
            }
        }

        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
            int columns = heads.size();
            if (columns == 0 || rows.stream().anyMatch(row -> row.cells().size() != columns)) {
                throw new IllegalArgumentException("each row of a table has a cell under each head");
            }
        }

        /** The same without columns, for where there is no room for them: each cell after its head. */
        public List<Items.Row> listed() {
            return rows.stream().map(this::listed).toList();
        }

        private Items.Row listed(Line line) {
            List<Prose> details = new ArrayList<>();
            for (int i = 1; i < heads.size(); i++) {
                Prose cell = line.cells().get(i);
                details.add(
                        cell.isEmpty() ? cell : Prose.of(heads.get(i) + ": ").then(cell));
            }
            return new Items.Row(line.cells().get(0), details);
        }

        @Override
        public <R> R drawn(Draw<R> draw) {
            return draw.table(this);
        }
    }

    /**
     * One to three buttons, at most one of them primary. More alternatives are a {@link Form} with a choice.
     *
     * @param isOfForm whether they go on with the form beside them: where that is drawn alone, they are too
     */
    record Buttons(List<Button> buttons, boolean isOfForm) implements Block {
        private static final int MOST = 3;

        public Buttons {
            buttons = List.copyOf(buttons);
            if (buttons.isEmpty() || buttons.size() > MOST) {
                throw new IllegalArgumentException("a card has one to " + MOST + " buttons in a row");
            }
            if (buttons.stream().filter(Button::isPrimary).count() > 1) {
                throw new IllegalArgumentException("only one button is primary");
            }
        }

        public Buttons(List<Button> buttons) {
            this(buttons, false);
        }

        boolean hasRoom() {
            return buttons.size() < MOST;
        }

        Buttons with(Button button) {
            List<Button> more = new ArrayList<>(buttons);
            more.add(button);
            return new Buttons(more, isOfForm);
        }

        /** The same, which go on with the form beside them: where it is drawn alone, they are too. */
        public Buttons ofForm() {
            return new Buttons(buttons, true);
        }

        public static Buttons of(Button... buttons) {
            return new Buttons(List.of(buttons));
        }

        @Override
        public <R> R drawn(Draw<R> draw) {
            return draw.buttons(this);
        }
    }

    /**
     * Fields to fill in and a button that sends them.
     *
     * @param submit carries the action and the value that come back with the inputs
     * @param more sends them as well, and goes on with further fields
     * @param problem what was wrong with an earlier attempt as a whole, if something was
     * @param problems the id of a field to what is wrong with it, to be drawn there
     */
    record Form(
            List<Field> fields,
            Button submit,
            Optional<Button> more,
            Optional<String> problem,
            Map<String, String> problems)
            implements Block {
        public Form {
            fields = List.copyOf(fields);
            problems = Map.copyOf(problems);
        }

        public Form(List<Field> fields, Button submit, Optional<String> problem) {
            this(fields, submit, Optional.empty(), problem, Map.of());
        }

        /** With a second button. */
        public Form with(Button second) {
            return new Form(fields, submit, Optional.of(second), problem, problems);
        }

        /** With what is wrong with some of the fields. */
        public Form with(Map<String, String> wrong) {
            return new Form(fields, submit, more, problem, wrong);
        }

        public Optional<String> problem(Field field) {
            return Optional.ofNullable(problems.get(field.id()));
        }

        /** What sends it, in the order to show them. */
        public List<Button> buttons() {
            return Stream.concat(Stream.of(submit), more.stream()).toList();
        }

        @Override
        public <R> R drawn(Draw<R> draw) {
            return draw.form(this);
        }
    }
}
