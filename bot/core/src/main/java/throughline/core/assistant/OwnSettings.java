package throughline.core.assistant;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.Preferences;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.ritual.Working;
import throughline.core.view.Phrases;

/** When somebody is spoken to who asks for it. */
record OwnSettings(Request request) {
    static final Pattern HOURS = Pattern.compile(
            "hours\\s+(?<from>\\d{1,2}(?:[:.]\\d{2})?)\\s*(?:-|–|to)\\s*(?<to>\\d{1,2}(?:[:.]\\d{2})?)",
            Pattern.CASE_INSENSITIVE);

    Turn hours(Matcher said) {
        Optional<LocalTime> from = NudgeSettings.time(said.group("from"));
        Optional<LocalTime> to = NudgeSettings.time(said.group("to"));
        boolean isFine = from.isPresent() && to.isPresent() && from.get().isBefore(to.get());
        if (!isFine) {
            return request.tell(
                    Card.of(
                            "From when to when? Nothing was changed.",
                            new Block.Text(Prose.of("The earlier time goes first: “settings hours 9:00-16:30”."))),
                    Answer.of(Intent.SETTINGS));
        }
        Preferences wants =
                request.person().preferences().between(Optional.of(new Preferences.Hours(from.get(), to.get())));
        return request.tell(
                        Card.of("I speak to you unasked between " + from.get() + " and " + to.get()
                                + " on working days only."),
                        Answer.of(Intent.SETTINGS))
                .writing(request.person().with(wants));
    }

    /** What holds, in a row among the other settings. */
    Block.Items.Row row() {
        Preferences wants = request.person().preferences();
        String hours = wants.hours()
                .map(between -> between.from() + "–" + between.to())
                .orElse(Working.START + "–" + Working.END);
        String state = wants.isOff()
                ? "off"
                : wants.snoozed()
                        .filter(request.scene().today()::isBefore)
                        .map(until -> "snoozed until "
                                + Phrases.day(until, request.scene().today()))
                        .orElse("at most one message a day");
        String requests = wants.isQuiet() ? "; nothing of your requests" : "";
        return new Block.Items.Row(
                Prose.strong("You"), List.of(Prose.of(state + ", " + hours + " on working days" + requests)));
    }
}
