package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Names;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/**
 * The item that a command changes, as its line names it. A change is not made on a guess: by id, or by the whole title.
 *
 * @param rest what follows the name
 */
record Named(Names among, Optional<Item> item, String name, String rest) {
    /** A button repeats no longer command. */
    private static final int LONGEST = 1_500;

    /** No title is longer. */
    private static final int LONGEST_NAME = 300;

    /** Takes the first word if it is an id, else what stands before {@code cut}. */
    static Named in(Roadmap roadmap, Names among, String text, int cut) {
        String stripped = text.strip();
        int space = indexOfSpace(stripped);
        String word = stripped.substring(0, space);
        Optional<Item> byId =
                roadmap.find(word).filter(item -> among.whole(word).isPresent());
        if (byId.isPresent()) {
            return new Named(among, byId, word, stripped.substring(space).strip());
        }
        int end = Math.min(cut, text.length());
        String name = text.substring(0, end).strip();
        return new Named(
                among,
                name.isEmpty() ? Optional.empty() : among.whole(name),
                name,
                text.substring(end).strip());
    }

    /** Takes the longest beginning that is the name of an item; what follows is the rest. */
    static Named longest(Roadmap roadmap, Names among, String text) {
        int first = Math.min(text.length(), LONGEST_NAME);
        for (int cut = first; cut > 0; cut = text.lastIndexOf(' ', cut - 1)) {
            Named named = in(roadmap, among, text, cut);
            if (named.item().isPresent()) {
                return named;
            }
        }
        return in(roadmap, among, text, text.length());
    }

    private static int indexOfSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }

    /** Asks which item is meant; what followed the name is kept. */
    Turn which(Request request, Usage usage) {
        Answer answer = Answer.of(usage.intent());
        if (name.isEmpty()) {
            return request.tell(
                    Card.of("Which one? Type " + usage.typed() + ".", Block.Buttons.of(Actions.ask("Show Now", "now"))),
                    answer);
        }
        Optional<Item> other = Names.in(request.roadmap()).whole(name);
        if (other.isPresent()) {
            return request.tell(
                    Card.of(
                            Phrases.named(other.get()) + " is "
                                    + other.get().kind().withArticle() + ", which /roadmap " + usage.verb()
                                    + " is not about.",
                            new Block.Text(Prose.of("Type " + usage.typed() + "."))),
                    answer);
        }
        List<Item> near = near();
        String question =
                "I find nothing called " + Phrases.quoted(Phrases.clipped(name)) + ", so nothing was changed.";
        if (near.isEmpty()) {
            return request.tell(
                    Card.of(
                            question,
                            new Block.Text(Prose.of("Give its id, such as I3, or its whole title.")),
                            Block.Buttons.of(whichOkr(request.command()), Actions.ask("Show Now", "now"))),
                    answer);
        }
        List<Button> buttons = near.stream()
                .map(item -> Actions.ask(Phrases.named(item), usage.verb() + " " + item.id() + after()))
                .toList();
        return request.tell(
                Card.of(
                        question,
                        new Block.Text(Prose.of("Did you mean " + Subject.either(near) + "?")),
                        new Block.Buttons(buttons)),
                answer);
    }

    /** What begins with a command's verb may be work that somebody asks about: "Move our blog to another host". */
    static Button whichOkr(String text) {
        return Actions.ask("Which OKR does it serve?", "which-okr this: " + text);
    }

    private String after() {
        return rest.isEmpty() || rest.length() > LONGEST ? "" : " " + rest;
    }

    private List<Item> near() {
        Names.Found found = among.find(name);
        if (found instanceof Names.Found.One one) {
            return List.of(one.item());
        }
        return found instanceof Names.Found.Several several ? several.items() : ((Names.Found.Nothing) found).near();
    }
}
