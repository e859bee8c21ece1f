package throughline.core.assistant;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Idioms;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.question.Resolution.Match;
import throughline.core.question.Understanding;
import throughline.core.question.Understanding.Asked;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Words;
import throughline.core.view.Phrases;

/** Answers a question in plain words with the command that is meant. */
final class PlainWords {
    /** A guess at an intent that is less sure is none. */
    private static final double UNDERSTOOD = 0.35;

    /** What is less sure to be off the topic gets a civil answer about the roadmap. */
    private static final double OFF_TOPIC = 0.5;

    /** From here on an item is taken for the one that is meant: who asks for an owner or a date has some item in mind. */
    private static final double MEANT = 0.15;

    /** Whose OKR is asked for may be work that is not on the roadmap. */
    private static final double MEANT_AS_WORK = 0.3;

    /** Who asks whether something is planned does not know that it is. */
    private static final double MEANT_AS_PLANNED = 0.45;

    /** From here on it is worth asking whether it is. */
    private static final double PERHAPS = 0.1;

    /** What is as sure as this beside the best could be meant as well. */
    private static final double CLOSE = 0.9;

    /** Beyond this nothing else can be meant. */
    private static final double CERTAIN = 0.9;

    /** What is heard in a wish for something to be built as well. */
    private static final Set<Intent> OF_WORK =
            EnumSet.of(Intent.ON_ROADMAP, Intent.OUT_OF_SCOPE, Intent.WHEN, Intent.WHY_NOT, Intent.WHICH_OKR);

    private final Assistant assistant;
    private final Understanding understanding;
    private final Command unknown;
    private final WhichOkr whichOkr;
    private final Spoken spoken;

    PlainWords(Assistant assistant, Understanding understanding, Command unknown, WhichOkr whichOkr) {
        this.assistant = assistant;
        this.understanding = understanding;
        this.unknown = unknown;
        this.whichOkr = whichOkr;
        this.spoken = new Spoken(understanding);
    }

    /** Answers what the request says as a whole, or says that it is not understood. */
    Turn answer(Request request) {
        return given(request, request.rest())
                .or(() -> Unreadable.inAnotherScript(request))
                .or(() -> understood(request))
                .or(() -> byIdiom(request))
                .orElseGet(() -> unknown.run(request));
    }

    /** The answer, unless nothing was learned yet or it is not plain what is asked. */
    Optional<Turn> understood(Request request) {
        return given(request, request.rest())
                .or(() -> understanding.of(request.roadmap(), request.rest()).flatMap(asked -> meant(request, asked)));
    }

    /** "Which OKR does this serve: …" says itself what it is about. */
    private Optional<Turn> given(Request request, String text) {
        return Idioms.work(text)
                .map(work -> whichOkr.run(request.about(work)))
                .or(() -> wished(request, text))
                .or(() -> Idioms.view(text).flatMap(view -> meant(request, view)))
                .or(() -> Idioms.ritual(text).flatMap(ritual -> meant(request, ritual)))
                .or(() -> Idioms.review(text).flatMap(review -> meant(request, review)));
    }

    /** Who asks for what is there already, by its name, gets an answer about that; so does who asks for an answer. */
    private Optional<Turn> wished(Request request, String text) {
        return Idioms.request(text)
                .or(() -> Idioms.wish(text).filter(wish -> !isAnswer(request)))
                .filter(wish -> Names.in(request.roadmap()).whole(wish).isEmpty())
                .map(wish -> request.say(Requesting.offer(request, wish), Answer.of(Intent.REQUEST)));
    }

    /** Whether what somebody would like to have is known to be something that is answered here: "the scores of I3". */
    private boolean isAnswer(Request request) {
        return understanding
                .of(request.roadmap(), request.rest())
                .filter(asked -> asked.sure() >= UNDERSTOOD)
                .filter(asked -> !OF_WORK.contains(asked.intent()))
                .isPresent();
    }

    private Optional<Turn> byIdiom(Request request) {
        return Idioms.of(request.rest()).flatMap(meaning -> meant(request, meaning));
    }

    private Optional<Turn> meant(Request request, Idioms.Meaning meaning) {
        return assistant.find(meaning.verb()).map(command -> command.run(request.about(meaning.about())));
    }

    private Optional<Turn> meant(Request request, Asked asked) {
        if (asked.intent() == Intent.OUT_OF_SCOPE) {
            return asked.sure() >= OFF_TOPIC ? Optional.of(new OffTopic().run(request)) : Optional.empty();
        }
        Asked refined = new Asked(Spoken.refined(request, asked.intent()), asked.sure(), asked.about());
        return refined.sure() < UNDERSTOOD
                ? Optional.empty()
                : assistant.find(refined.intent()).map(command -> about(request, refined, command));
    }

    private Turn about(Request request, Asked asked, Command command) {
        if (Spoken.reads(asked.intent())) {
            return spoken(request, spoken.typed(request, asked.intent()), command);
        }
        if (asked.intent() == Intent.UNDO) {
            return Offer.undo(request, spoken.undone(request));
        }
        if (!asked.needsItem()) {
            return command.run(request);
        }
        List<Match> matches = asked.about();
        double best = matches.isEmpty() ? 0 : matches.get(0).sure();
        List<Item> close = matches.stream()
                .filter(match -> match.sure() >= Math.max(best * CLOSE, PERHAPS))
                .limit(Subject.MOST)
                .map(Match::item)
                .toList();
        if (best >= meant(asked.intent()) && (close.size() == 1 || best >= CERTAIN)) {
            return of(request, command, matches.get(0).item());
        }
        if (asked.intent() == Intent.WHICH_OKR) {
            return whichOkr.inferred(request, Idioms.subject(request.rest()));
        }
        if (asked.intent() == Intent.ON_ROADMAP) {
            return OnRoadmap.no(request, close);
        }
        return close.isEmpty()
                ? command.run(Offer.isOf(asked.intent()) ? request.about("") : request)
                : new Subject(request, command.usage()).whichOf("Did you mean " + Subject.either(close) + "?", close);
    }

    private static Turn spoken(Request request, Spoken.Typed typed, Command command) {
        Turn answer = command.run(request.about(typed.words()));
        return typed.read().map(item -> reading(request, item, answer)).orElse(answer);
    }

    private static double meant(Intent intent) {
        return switch (intent) {
            case WHICH_OKR -> MEANT_AS_WORK;
            case ON_ROADMAP -> MEANT_AS_PLANNED;
            default -> MEANT;
        };
    }

    private static Turn of(Request request, Command command, Item item) {
        Intent intent = command.usage().intent();
        return reading(
                request,
                item,
                Offer.isOf(intent)
                        ? Offer.of(request, intent, item)
                        : command.run(request.about(Subject.entity(item))));
    }

    /** A reading that is not plain is told, so that nobody is misled. */
    private static Turn reading(Request request, Item item, Turn answer) {
        return names(request.rest(), item)
                ? answer
                : answer.ending(new Block.Note(Prose.of("I read this as a question about " + Phrases.named(item)
                        + ". If you meant something else, give its name or id.")));
    }

    private static boolean names(String text, Item item) {
        List<String> words = Words.of(text);
        return words.containsAll(Words.of(item.title()))
                || words.containsAll(Words.of(item.id().text()));
    }
}
