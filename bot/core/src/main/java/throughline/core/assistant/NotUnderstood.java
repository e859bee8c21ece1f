package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.question.Alike;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Language;
import throughline.core.question.Names;
import throughline.core.question.Recall;
import throughline.core.question.Topic;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Question;
import throughline.core.roadmap.Spelling;
import throughline.core.roadmap.Words;
import throughline.core.view.Phrases;

/**
 * A question that no command answers. A mere name shows what is called so; to a question a kept answer is given, or it is said that
 * there is none, and whom to ask.
 */
final class NotUnderstood implements Command {
    /** A misspelt command is short; a sentence that begins like one is a sentence. */
    private static final int MOST_WORDS = 3;

    /** A single word from this length on may be a command with one letter wrong. */
    private static final int SHORTEST = 3;

    /** Fewer words that say something make no question for a person. */
    private static final int LEAST_WORDS = 2;

    private static final Pattern QUESTION = Pattern.compile(
            "\\?$|^(?:are|can|could|did|do|does|has|have|how|is|may|might|must|should|was|were|what|when|where|which|who"
                    + "|whose|why|will|would)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Assistant assistant;
    private final Language language;
    private final Recall recall;

    NotUnderstood(Assistant assistant, Language language, Recall recall) {
        this.assistant = assistant;
        this.language = language;
        this.recall = recall;
    }

    @Override
    public Usage usage() {
        return Usage.of("", "", "", Intent.UNKNOWN);
    }

    @Override
    public Turn run(Request request) {
        Optional<Usage> misspelt = misspelt(request.rest());
        if (misspelt.isPresent()) {
            String command = corrected(request, misspelt.get());
            return request.say(didYouMean(command), Answer.of(Intent.UNKNOWN))
                    .leaving(Optional.of(new Confirming(command, "help")));
        }
        Names.Found found = Names.in(request.roadmap()).find(request.rest());
        return found instanceof Names.Found.One one && !asksMore(request.rest(), one.item())
                ? new Show().run(request)
                : unanswered(request);
    }

    /** Whether a question says more than the name of what it is about, so that showing that is no answer. */
    private static boolean asksMore(String text, Item item) {
        List<String> name = Words.of(item.id() + " " + item.title());
        return QUESTION.matcher(text.strip()).find()
                && Names.telling(text).stream()
                        .anyMatch(word -> name.stream().noneMatch(part -> Spelling.isForm(part, word)));
    }

    private Turn unanswered(Request request) {
        Optional<String> text = Question.WORDING.tidied(request.whole());
        Optional<Item> about = text.flatMap(new Topic(request.roadmap(), language, recall)::of);
        Optional<Question> alike = text.flatMap(
                asked -> new Alike(request.roadmap(), language).find(asked, about.map(Item::id), any -> true));
        Card card = alike.flatMap(question -> known(request, question))
                .orElseGet(() -> cannot(request, text, about, alike.map(open -> new QuestionCard(request, open))));
        return request.say(card, Answer.about(Intent.UNKNOWN, entities(about)));
    }

    /** The kept answer, or that it is still to come. */
    private static Optional<Card> known(Request request, Question question) {
        if (!question.isOpen()) {
            return Optional.of(QuestionCard.kept(request, question));
        }
        return question.askers().contains(request.person().id())
                ? Optional.of(QuestionCard.asked(request, question))
                : Optional.empty();
    }

    private static ItemId[] entities(Optional<Item> about) {
        return about.map(Item::id).stream().toArray(ItemId[]::new);
    }

    private static Card cannot(
            Request request, Optional<String> text, Optional<Item> about, Optional<QuestionCard> waiting) {
        String named = about.map(item -> " about " + Phrases.named(item)).orElse("");
        Optional<Person> knower = Knower.of(request, about);
        List<Button> buttons = new ArrayList<>();
        if (knower.isPresent() && isSerious(text, about)) {
            buttons.add(Actions.askFirst(
                    waiting.isPresent()
                            ? "Tell me too"
                            : "Ask "
                                    + request.scene().people().call(knower.get().id()),
                    AskOwner.command(about.map(Item::id), text.orElse(""))));
            about.map(QuestionCard::show).ifPresent(buttons::add);
        } else {
            buttons.add(Actions.askFirst("Show Now", "now"));
        }
        buttons.add(Actions.ask("What can I ask?", "help"));
        String advice = waiting.map(NotUnderstood::isAsked).orElseGet(() -> advice(request, text, about, knower));
        return Card.of(
                "I can't answer that" + named + ".", new Block.Text(Prose.of(advice)), new Block.Buttons(buttons));
    }

    /** What a person may be asked: not a mere "hm", and no page of text. */
    private static boolean isSerious(Optional<String> text, Optional<Item> about) {
        return text.filter(asked -> about.isPresent() || Names.telling(asked).size() >= LEAST_WORDS)
                .isPresent();
    }

    private static String isAsked(QuestionCard open) {
        return "The same was asked" + open.others() + ", " + open.ago() + ". " + open.waiting();
    }

    private static String advice(
            Request request, Optional<String> text, Optional<Item> about, Optional<Person> knower) {
        if (text.isEmpty() && !request.rest().isBlank()) {
            return "Ask in one or two sentences.";
        }
        return about.isPresent() && knower.isPresent()
                ? knower.get().name() + " may know. I bring you the answer, and keep it for the next who asks."
                : "I know the roadmap: what is in Now, Next and Later, why, who owns it, and which OKR it serves.";
    }

    private Optional<Usage> misspelt(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+", -1);
        if (words.length > MOST_WORDS) {
            return Optional.empty();
        }
        List<Usage> usages = assistant.usages();
        Optional<Usage> oneOff = usages.stream()
                .filter(usage -> words.length == 1 && words[0].length() >= SHORTEST)
                .filter(usage -> Spelling.distance(usage.verb(), words[0]) == 1)
                .findFirst();
        return oneOff.or(() -> Spelling.closest(
                        words[0], usages.stream().map(Usage::verb).toList())
                .flatMap(assistant::find)
                .map(Command::usage));
    }

    private static String corrected(Request request, Usage usage) {
        String[] parts = request.rest().split("\\s+", 2);
        return usage.verb() + (parts.length > 1 ? " " + parts[1] : "") + (request.all() ? " all" : "");
    }

    private static Card didYouMean(String command) {
        return Card.of("Did you mean /roadmap " + command + "?", Block.Buttons.of(Actions.askFirst("Yes", command)));
    }
}
