package throughline.core.card;

import java.util.ArrayList;
import java.util.List;
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

    /** One to three buttons, at most one of them primary. More alternatives are a {@link Form} with a choice. */
    record Buttons(List<Button> buttons) implements Block {
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

        boolean hasRoom() {
            return buttons.size() < MOST;
        }

        Buttons with(Button button) {
            List<Button> more = new ArrayList<>(buttons);
            more.add(button);
            return new Buttons(more);
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
     * @param problem what was wrong with an earlier attempt, if there was one
     */
    record Form(List<Field> fields, Button submit, Optional<String> problem) implements Block {
        public Form {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R drawn(Draw<R> draw) {
            return draw.form(this);
        }
    }
}
