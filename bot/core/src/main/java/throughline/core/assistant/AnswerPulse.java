package throughline.core.assistant;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.PulseAnswer;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Lines;
import throughline.core.question.Names;
import throughline.core.ritual.Articulation;
import throughline.core.ritual.PulseRound;
import throughline.core.ritual.Pulses;
import throughline.core.ritual.Section;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Pulse;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;
import throughline.core.view.Phrases;

/** Answers the month's pulse. What somebody answered is told to that person alone, and kept until the team's figure is made. */
final class AnswerPulse implements Command {
    private static final Usage USAGE = Usage.of(
            "pulse",
            "[objective or “not sure”]",
            "This month's question to you: which OKR a bet of your team serves; the answer stays yours",
            Intent.PULSE);
    private static final String NOT_SURE = "not sure";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String[] parts = request.rest().split("\\s+", 2);
        Optional<Pulse> named = request.roadmap().beside(parts[0], Pulse.class);
        if (named.isPresent()) {
            return of(request, named.get(), parts.length > 1 ? parts[1] : "");
        }
        return own(request)
                .map(pulse -> of(request, pulse, request.rest()))
                .orElseGet(() -> tell(request, none(request)));
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.PULSE));
    }

    private static Optional<Pulse> own(Request request) {
        return request.roadmap().openPulses().stream()
                .filter(pulse -> Pulses.isAsked(request.roadmap(), pulse, request.person()))
                .findFirst();
    }

    private static Card none(Request request) {
        Optional<Team> team = request.roadmap().teams().stream()
                .filter(one -> one.members().contains(request.person().id()))
                .findFirst();
        boolean isSmall =
                team.filter(one -> one.members().size() < Pulse.FEWEST).isPresent();
        String why = isSmall
                ? "A team of fewer than five is not asked, because its figure would tell who knew."
                : "Each team of five or more is asked once a month, from the 8th on.";
        return Card.of("There is no pulse question for you now.", new Block.Text(Prose.of(why + trend(request, team))));
    }

    private static String trend(Request request, Optional<Team> team) {
        return team.flatMap(one -> Articulation.of(request.roadmap(), one)
                        .words()
                        .map(words -> " " + one.title() + ": " + words + "."))
                .orElse("");
    }

    private static Turn of(Request request, Pulse pulse, String said) {
        Roadmap roadmap = request.roadmap();
        Optional<Initiative> about = roadmap.find(pulse.about(), Initiative.class);
        boolean isOver = !pulse.isOpen() || request.scene().today().isAfter(pulse.until());
        if (isOver || about.isEmpty()) {
            return tell(request, Card.of("That pulse is over, so nothing was kept.", again()));
        }
        if (!Pulses.isAsked(roadmap, pulse, request.person())) {
            return tell(request, Card.of("That pulse asks another team, so nothing was kept.", again()));
        }
        if (PulseRound.hasAnswered(roadmap, request.person(), pulse)) {
            return tell(request, already(request, pulse, about.get()));
        }
        String plain = said.strip().toLowerCase(Locale.ROOT);
        if (plain.equals(NOT_SURE)) {
            return answered(request, pulse, about.get(), Optional.empty());
        }
        Optional<Item> chosen = plain.isEmpty()
                ? Optional.empty()
                : Names.in(roadmap).only(Kind.OBJECTIVE).whole(plain);
        return chosen.map(item -> answered(request, pulse, about.get(), Optional.of(item.id())))
                .orElseGet(() -> tell(request, question(roadmap, pulse, about.get())));
    }

    private static Block again() {
        return Block.Buttons.of(Actions.ask("What am I asked now?", "pulse"));
    }

    private static Card question(Roadmap roadmap, Pulse pulse, Initiative about) {
        Section section = AskingPulse.section(roadmap, pulse, about);
        return new Card(section.headline(), section.blocks());
    }

    private static Card already(Request request, Pulse pulse, Initiative about) {
        return Card.of(
                "You have answered this month's pulse; the first answer counts.",
                new Block.Text(Prose.of(line(request.roadmap(), about))),
                note(request, pulse));
    }

    private static Turn answered(Request request, Pulse pulse, Initiative about, Optional<ItemId> chosen) {
        Set<ItemId> right = PulseRound.right(request.roadmap(), about);
        boolean isRight = chosen.filter(right::contains).isPresent();
        Card card = Card.of(
                (isRight ? "Yes. " : "") + line(request.roadmap(), about),
                note(request, pulse),
                Block.Buttons.of(Actions.ask("Why " + about.id() + "?", "why " + about.id())));
        return tell(request, card)
                .writing(request.person().with(new PulseAnswer(pulse.id().text(), Optional.of(isRight))));
    }

    /** "I4 serves O1, “New teams …”: 7-day activation, 40 → 55 %, now 46 %." */
    private static String line(Roadmap roadmap, Initiative about) {
        String objective = new Lines(roadmap)
                .of(about)
                .objective()
                .flatMap(roadmap::find)
                .map(item -> item.id() + ", " + Phrases.quoted(Phrases.clipped(item.title())))
                .orElse("no OKR any more");
        String keyResult = new Lines(roadmap)
                .keyResultsOf(about)
                .findFirst()
                .map(Phrases::progress)
                .map(progress -> " " + Phrases.sentence(progress))
                .orElse("");
        return Phrases.named(about) + " serves " + objective + "." + keyResult;
    }

    private static Block note(Request request, Pulse pulse) {
        Optional<Team> team = request.roadmap().find(pulse.team(), Team.class);
        return new Block.Note(
                Prose.of("Your answer is shown to nobody. The team's figure follows when the pulse is over, from "
                        + "five answers on." + trend(request, team)));
    }
}
