package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Schedule;
import throughline.core.view.Phrases;

/** When and where the bot speaks unasked: shown to everybody, set up by a PM, a team's lead or an admin. */
record Settings(Unasked unasked) implements Command {
    static final Usage USAGE = Usage.of(
            "settings",
            "[nudge <team> <#channel or here> [weekday] [time] [zone] | intake <#channel or off> | review [starts <month>] [off or on] | days-off [team] <dates> | hours <from>-<to>]",
            "When and where I speak unasked; with arguments, set it up",
            Intent.SETTINGS);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String rest = request.whole().strip();
        Matcher review = ReviewSettings.SAID.matcher(rest);
        if (review.matches()) {
            return new ReviewSettings(request)
                    .said(Optional.ofNullable(review.group("words")).orElse(""));
        }
        NudgeSettings nudges = new NudgeSettings(request, unasked);
        if (!request.inputs().isEmpty()) {
            return nudges.filledIn();
        }
        if (rest.equalsIgnoreCase("nudge")) {
            return nudges.form();
        }
        Matcher nudge = NudgeSettings.SAID.matcher(rest);
        if (nudge.matches()) {
            return nudges.said(nudge);
        }
        Matcher intake = IntakeSettings.SAID.matcher(rest);
        if (intake.matches()) {
            return new IntakeSettings(request).said(intake.group(ChannelNames.FIELD));
        }
        Matcher off = DaysOffSettings.SAID.matcher(rest);
        if (off.matches() && DaysOffSettings.sets(off)) {
            return new DaysOffSettings(request, unasked).said(off);
        }
        Matcher hours = OwnSettings.HOURS.matcher(rest);
        return hours.matches() ? new OwnSettings(request).hours(hours) : shown(request);
    }

    /** What holds. */
    private Turn shown(Request request) {
        List<Block.Items.Row> rows = new ArrayList<>();
        List<Schedule> schedules = request.roadmap().schedules().toList();
        NudgeSettings nudges = new NudgeSettings(request, unasked);
        schedules.stream().limit(request.rows()).forEach(schedule -> rows.add(nudges.row(schedule)));
        new DaysOffSettings(request, unasked).row().ifPresent(rows::add);
        new IntakeSettings(request).row().ifPresent(rows::add);
        rows.add(new ReviewSettings(request).row());
        rows.add(new OwnSettings(request).row());
        String count = schedules.isEmpty()
                ? "No team is nudged yet."
                : Phrases.plural(schedules.size(), "team is", "teams are") + " nudged once a week.";
        List<Button> buttons = new ArrayList<>();
        if (schedules.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + schedules.size(), "settings all"));
        }
        buttons.add(Actions.ask("Set up a nudge", "settings nudge"));
        return request.tell(
                Card.of(
                        count,
                        new Block.Items(rows),
                        new Block.Note(Prose.of("I say nothing in a channel until somebody sets it up there.")),
                        new Block.Buttons(buttons)),
                Answer.of(Intent.SETTINGS));
    }
}
