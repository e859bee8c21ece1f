package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Words;
import throughline.core.view.Phrases;

/** Finds what a request is about, or asks back. */
final class Subject {
    /** Nobody chooses among more. */
    static final int MOST = 3;

    private final Request request;
    private final Usage usage;

    Subject(Request request, Usage usage) {
        this.request = request;
        this.usage = usage;
    }

    /** Answers about the one item that the request names; asks "did you mean" when it names several or none. */
    Turn answer(Names among, Function<Item, Turn> about) {
        return answer(among, about, near -> nothing(among, near));
    }

    /** As {@link #answer(Names, Function)}; where nothing fits, {@code otherwise} answers and gets what is near. */
    Turn answer(Names among, Function<Item, Turn> about, Function<List<Item>, Turn> otherwise) {
        Names.Found found = among.find(request.rest());
        if (found instanceof Names.Found.One one) {
            Turn answer = about.apply(one.item());
            return one.fit() == Names.Fit.NEAR ? readAs(one.item(), answer) : answer;
        }
        if (found instanceof Names.Found.Several several) {
            return whichOf("Did you mean " + either(several.items()) + "?", several.items());
        }
        List<Item> near = ((Names.Found.Nothing) found).near();
        return near.isEmpty() && asked().isEmpty() ? whichOne(among) : otherwise.apply(near);
    }

    private Turn nothing(Names among, List<Item> near) {
        Optional<Item> other = Names.in(request.roadmap()).whole(request.rest());
        if (other.isPresent()) {
            return ofAnotherKind(other.get());
        }
        String asked = Phrases.quoted(Phrases.clipped(asked()));
        if (near.isEmpty()) {
            return request.say(
                    Card.of(
                            "I find nothing called " + asked + " on the roadmap.",
                            new Block.Text(Prose.of("Give a name or an id, such as "
                                    + example(among).map(Phrases::named).orElse("I3") + ".")),
                            Block.Buttons.of(Actions.ask("Show Now", "now"), Actions.ask("What can I ask?", "help"))),
                    Answer.of(usage.intent()));
        }
        return whichOf("I find nothing called " + asked + ". Did you mean " + either(near) + "?", near);
    }

    private Turn ofAnotherKind(Item item) {
        return request.tell(
                Card.of(
                        Phrases.named(item) + " is " + item.kind().withArticle() + ", which /roadmap " + usage.verb()
                                + " is not about.",
                        new Block.Text(Prose.of("Type " + usage.typed() + ".")),
                        Block.Buttons.of(Actions.ask("Show " + item.id(), "show " + item.id()))),
                Answer.of(usage.intent()));
    }

    /** The words of the request that say which item is meant. */
    String asked() {
        List<String> telling = Names.telling(request.rest());
        boolean allTell = !telling.isEmpty() && Words.of(request.rest()).size() == telling.size();
        return allTell ? request.rest() : String.join(" ", telling);
    }

    /** An initiative, or the first of another kind that may be asked about. */
    private Optional<Item> example(Names among) {
        return Stream.concat(Stream.of(Kind.INITIATIVE), Stream.of(Kind.values()))
                .flatMap(kind -> request.roadmap().all(kind).stream().limit(1))
                .filter(item -> among.whole(item.id().text()).isPresent())
                .findFirst();
    }

    /** Asks which one is meant. */
    Turn whichOf(String question, List<Item> options) {
        List<Button> buttons = options.stream()
                .map(item -> Actions.ask(
                        Phrases.named(item), usage.verb() + " " + item.id() + (request.all() ? " all" : "")))
                .toList();
        Answer answer =
                new Answer(usage.intent(), options.stream().map(Subject::entity).toList(), Optional.empty());
        return request.say(Card.of(question, new Block.Buttons(buttons)), answer)
                .leaving(Optional.of(DidYouMean.of(usage.verb(), options, request.all())));
    }

    private Turn whichOne(Names among) {
        return request.tell(
                Card.of(
                        "Which one?",
                        new Block.Text(Prose.of("Type " + usage.typed() + ", for example "
                                + example(among)
                                        .map(item -> "/roadmap " + usage.verb() + " " + item.id())
                                        .orElse("I3")
                                + ".")),
                        Block.Buttons.of(Actions.ask("Show Now", "now"))),
                Answer.of(usage.intent()));
    }

    /** A name that was not quite right is answered, and the reading is said, so that nobody is misled. */
    private Turn readAs(Item item, Turn answer) {
        Prose reading = Prose.of("I read " + Phrases.quoted(Phrases.clipped(asked()))
                + " as "
                + Phrases.named(item) + ". If you meant something else, give its id.");
        return answer.ending(new Block.Note(reading));
    }

    static String either(List<Item> items) {
        List<String> names = items.stream().map(Phrases::named).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    /** What an answer is about: the id, or for a team its name. */
    static String entity(Item item) {
        return item.kind() == Kind.TEAM ? item.title() : item.id().text();
    }

    static Answer about(Intent intent, Item item) {
        return new Answer(intent, List.of(entity(item)), Optional.empty());
    }
}
