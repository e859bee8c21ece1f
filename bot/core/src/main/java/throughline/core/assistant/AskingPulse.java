package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Prose;
import throughline.core.people.Person;
import throughline.core.question.Inference;
import throughline.core.question.Language;
import throughline.core.question.Lines;
import throughline.core.question.Phrasing;
import throughline.core.question.Recall;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Kept;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.PulseRound;
import throughline.core.ritual.Pulses;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;
import throughline.core.ritual.Wish;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Pulse;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/** Asks each member of a team, in one tap and in private, which OKR a bet of theirs serves. */
public final class AskingPulse implements Occasion {
    private static final int ROW = 3;
    private static final int LABEL = 60;

    private final Pulses pulses;

    public AskingPulse(Language language, Recall recall, Phrasing phrasing) {
        this.pulses = new Pulses((roadmap, bet) -> new Inference(roadmap, language, recall, phrasing).strengths(bet));
    }

    @Override
    public List<Kept> keep(Today today) {
        return pulses.keep(today);
    }

    @Override
    public List<Errand> errands(Today today) {
        return Pulses.asked(today)
                .filter(asked -> isAnswerable(asked, today))
                .map(asked -> errand(asked, today))
                .toList();
    }

    @Override
    public Optional<Section> settled(String part, Person person, Today today) {
        Roadmap roadmap = today.roadmap();
        return Pulses.of(part, roadmap)
                .flatMap(pulse -> roadmap.find(pulse.about(), Initiative.class)
                        .flatMap(about -> ending(pulse, person, today)
                                .map(how -> section(roadmap, pulse, about).ending(how))));
    }

    private static Optional<String> ending(Pulse pulse, Person person, Today today) {
        if (PulseRound.hasAnswered(today.roadmap(), person, pulse)) {
            return Optional.of("Answered. Your answer is shown to nobody.");
        }
        boolean isOver = !pulse.isOpen() || today.day(person).isAfter(pulse.until());
        return isOver ? Optional.of("This pulse is over.") : Optional.empty();
    }

    /** Its line may have been taken off since. */
    private static boolean isAnswerable(Pulses.Asked asked, Today today) {
        return new Lines(today.roadmap()).of(asked.about()).objective().isPresent();
    }

    private static Errand errand(Pulses.Asked asked, Today today) {
        Wish wish = new Wish(
                        Pulses.wish(asked.pulse()),
                        Wish.Topic.PULSE,
                        Set.of(),
                        List.of(asked.about().id()))
                .within(Wish.Urgency.WHENEVER)
                .after(Pulses.silent(asked, today));
        return new Errand(asked.person().id(), wish, section(today.roadmap(), asked.pulse(), asked.about()));
    }

    /** The question with its alternatives, each of which is one tap. */
    static Section section(Roadmap roadmap, Pulse pulse, Initiative about) {
        List<Button> buttons = new ArrayList<>();
        PulseRound.options(roadmap, pulse, about).stream()
                .flatMap(id -> roadmap.find(id).stream())
                .forEach(objective -> buttons.add(Actions.ask(
                        Phrases.clipped(objective.id() + " " + objective.title(), LABEL),
                        "pulse " + pulse.id() + " " + objective.id())));
        buttons.add(Actions.ask("Not sure", "pulse " + pulse.id() + " not sure"));
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < buttons.size(); from += ROW) {
            blocks.add(new Block.Buttons(buttons.subList(from, Math.min(buttons.size(), from + ROW))));
        }
        blocks.add(new Block.Note(Prose.of("One tap. Your answer is shown to nobody.")));
        return new Section(Prose.strong("Which OKR does " + Phrases.named(about) + " serve?"), blocks);
    }
}
