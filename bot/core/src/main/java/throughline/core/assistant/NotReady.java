package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.check.Capacity;
import throughline.core.check.Readiness;
import throughline.core.check.Requirement;
import throughline.core.check.Suggestion;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Turn;
import throughline.core.edit.Seen;
import throughline.core.edit.Sheet;
import throughline.core.people.Person;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/**
 * Says what an edit that would bring an initiative into Now lacks, and how to go on.
 *
 * @param saved whether what was filled in for it is recorded
 */
record NotReady(Edits edits, Gate.Verdict.Refused refused, boolean saved) {
    static final String REASON = "reason";

    /** What sends the form with what is missing. */
    static final String MOVES = "Save and move to Now";

    private static final int ROWS = Request.ROWS;

    private Request request() {
        return edits.request();
    }

    private Initiative bet() {
        return refused.arrival().bet();
    }

    Turn told() {
        List<Requirement> missing = refused.readiness().missing();
        if (missing.isEmpty()) {
            return new FullNow(edits, refused).told();
        }
        return missing.size() == 1 && refused.readiness().lacksApproval() ? askedForApproval() : listed(missing);
    }

    /* What is missing */

    private Turn listed(List<Requirement> missing) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(rows(missing));
        more(missing).ifPresent(blocks::add);
        List<Button> buttons = new ArrayList<>();
        if (missing.stream().anyMatch(Requirement::isFilledIn)) {
            buttons.add(Actions.askFirst("Fill in what is missing", again("complete")));
        }
        buttons.add(Actions.ask("Override", again("override")));
        buttons.add(Actions.ask("Show " + bet().id(), "show " + bet().id()));
        blocks.add(new Block.Buttons(buttons));
        return held(new Card(Prose.strong(headline(bet(), missing) + outcome()), blocks));
    }

    private String outcome() {
        return saved ? " What you filled in is saved." : " Nothing was changed.";
    }

    static String headline(Initiative bet, List<Requirement> missing) {
        return Phrases.named(bet) + " is not ready for Now: " + Phrases.plural(missing.size(), "thing is", "things are")
                + " missing.";
    }

    static Block.Items rows(List<Requirement> missing) {
        return new Block.Items(missing.stream()
                .limit(ROWS)
                .map(requirement -> new Block.Items.Row(
                        Prose.strong(Phrases.sentence(requirement.what()).replaceFirst("\\.$", "")),
                        List.of(Prose.of(requirement.why()))))
                .toList());
    }

    /** What is beyond the rows, and what nobody can fill in alone. */
    private Optional<Block> more(List<Requirement> missing) {
        List<String> notes = new ArrayList<>();
        if (missing.size() > ROWS) {
            notes.add("Also: "
                    + Phrases.listed(
                            missing.stream().skip(ROWS).map(Requirement::what).toList())
                    + ".");
        }
        missing.stream()
                .filter(requirement -> !requirement.isFilledIn())
                .map(this::says)
                .forEach(notes::add);
        if (!refused.arrival().hasPlace()) {
            notes.add("Now is full as well ("
                    + Capacity.of(request().roadmap(), bet()).told() + ").");
        }
        return Optional.of(String.join(" ", notes))
                .filter(text -> !text.isEmpty())
                .map(text -> new Block.Note(Prose.of(text)));
    }

    private String says(Requirement requirement) {
        return requirement.command().startsWith("approve ")
                ? "The product lead is asked once the rest is there."
                : "An engineer of the team records the review: " + requirement.command() + ".";
    }

    /** The command that makes the same edit in another manner; "yes", "difference" and "no" where that is too long. */
    private String again(String manner) {
        return commands()
                .map(commands -> manner.equals("complete") ? commands.yes() : commands.compare())
                .orElse("edit " + bet().id() + " " + manner + "; horizon: now");
    }

    private Optional<Holding> commands() {
        return edits.line()
                .map(line -> new Holding(
                        "edit " + bet().id() + " complete; " + line,
                        "edit " + bet().id() + " override; " + line,
                        "show " + bet().id()));
    }

    private Turn held(Card card) {
        Turn turn = request().tell(card, Subject.about(Intent.MOVE, bet()));
        return commands().map(holding -> holding.after(request(), turn)).orElse(turn);
    }

    /* Filling it in */

    /** One form with exactly what is missing, and with what the edit sets besides; sending it moves the initiative. */
    static Turn form(Edits edits) {
        Initiative after = (Initiative) edits.after();
        Readiness readiness = Readiness.forNow(edits.request().roadmap(), after);
        List<Field<?>> asked = Stream.concat(
                        edits.wishes().stream()
                                .<Field<?>>map(wish -> wish.field())
                                .filter(field -> field != Initiative.HORIZON),
                        fields(readiness))
                .distinct()
                .toList();
        if (asked.isEmpty()) {
            return edits.gate().orElseGet(() -> edits.recorded(Intent.MOVE, Optional.empty()));
        }
        List<Field<?>> fields = Sheet.fitting(asked, after.values());
        Sheet sheet = new Sheet(Edits.known(edits.request()), fields);
        Seen seen = Seen.of(fields, edits.item().values());
        Block.Form form = new Block.Form(
                sheet.completing(sheet.texts(suggested(edits.request().roadmap(), after))),
                Button.primary(Actions.FILL, MOVES, "edit " + after.id() + " page 1 now seen " + seen.written()),
                Optional.empty());
        List<String> others = readiness.missing().stream()
                .filter(requirement -> !requirement.isFilledIn())
                .map(Requirement::what)
                .toList();
        Card card = Card.of("What " + Phrases.named(after) + " needs for Now", form);
        return edits.request()
                .tell(
                        others.isEmpty()
                                ? card
                                : card.with(new Block.Note(
                                        Prose.of("It is moved once it has " + Phrases.listed(others) + " as well."))),
                        Subject.about(Intent.MOVE, after));
    }

    /** One form with what an objective lacks before an initiative may be made of it. */
    static Turn form(Request request, Objective objective) {
        List<Field<?>> fields = fields(Readiness.of(objective)).distinct().toList();
        if (fields.isEmpty()) {
            return request.tell(
                    Card.of(
                            Phrases.named(objective) + " is ready for initiatives. Nothing is missing.",
                            Block.Buttons.of(Actions.ask("Show " + objective.id(), "show " + objective.id()))),
                    Subject.about(Intent.EDIT, objective));
        }
        Sheet sheet = new Sheet(Edits.known(request), fields);
        return request.tell(
                Card.of(
                        "What " + Phrases.named(objective) + " needs before an initiative is made of it",
                        new Block.Form(
                                sheet.asking(sheet.texts(objective.values())),
                                Button.primary(
                                        Actions.FILL,
                                        "Save",
                                        "edit " + objective.id() + " page 1 seen "
                                                + Seen.of(fields, objective.values())
                                                        .written()),
                                Optional.empty())),
                Subject.about(Intent.EDIT, objective));
    }

    private static Stream<Field<?>> fields(Readiness readiness) {
        return readiness.missing().stream().flatMap(requirement -> requirement.fields().stream());
    }

    /** Success criteria begin with what the key result says. */
    private static Values suggested(Roadmap roadmap, Initiative bet) {
        return bet.values().all(Initiative.SUCCESS).isEmpty()
                ? bet.values()
                        .with(
                                Initiative.SUCCESS,
                                Optional.of(Suggestion.success(roadmap, bet)).filter(some -> !some.isEmpty()))
                : bet.values();
    }

    /* Against the gate */

    /** Asks for the reason of an override. */
    static Turn reason(Edits edits, String command) {
        Initiative after = (Initiative) edits.after();
        List<String> missing =
                Readiness.forNow(edits.request().roadmap(), after).told();
        return edits.request()
                .tell(
                        Card.of(
                                "Why should " + Phrases.named(after) + " enter Now all the same?",
                                new Block.Text(Prose.of((missing.isEmpty()
                                                ? ""
                                                : "It goes in without " + Phrases.listed(missing) + ". ")
                                        + "The reason is kept with your name and shown in every review.")),
                                new Block.Form(
                                        List.of(throughline.core.card.Field.text(REASON, "Why", true)
                                                .hinting("What can't wait, and who pays for it")),
                                        Button.destructive(Actions.FILL, "Override the gate", command),
                                        Optional.empty())),
                        Subject.about(Intent.MOVE, after));
    }

    /* The product lead's yes */

    private Turn askedForApproval() {
        List<Person> leads = Approvers.of(request(), bet());
        String whom = Phrases.listed(leads.stream().map(Person::firstName).toList());
        Card card = Card.of(
                Phrases.named(bet()) + " is a big bet, so the product lead decides as well." + outcome(),
                new Block.Text(Prose.of(
                        leads.isEmpty()
                                ? "Nobody is product lead. An admin gives the role: role <person> product lead."
                                : "I asked " + whom + ". You hear what they say, and then move it.")),
                Block.Buttons.of(
                        Actions.ask("Override", again("override")),
                        Actions.ask("Show " + bet().id(), "show " + bet().id())));
        return held(card)
                .notifying(leads.stream()
                        .map(lead -> new Notice(lead.id(), Approve.asked(request(), bet()), Optional.empty()))
                        .toList());
    }

    /* Something new */

    /** What is new has no review yet, so it can't go straight into Now: it is offered to Next. */
    static Turn added(
            Request request, Initiative bet, Readiness readiness, Function<Initiative, Optional<String>> line) {
        Initiative next = (Initiative) bet.with(Initiative.HORIZON, Optional.of(Horizon.NEXT));
        List<Block> blocks = new ArrayList<>();
        if (readiness.isReady()) {
            blocks.add(new Block.Text(Prose.of("Add it to Next, then move it and say what goes out for it.")));
        } else {
            blocks.add(rows(readiness.missing()));
            blocks.add(new Block.Note(Prose.of("Add it to Next, then fill in the rest.")));
        }
        List<Button> buttons = new ArrayList<>();
        line.apply(next)
                .ifPresent(written ->
                        buttons.add(Actions.askFirst("Add it to Next", "add another initiative " + written)));
        buttons.add(Actions.ask("Show Now", "now"));
        blocks.add(new Block.Buttons(buttons));
        String why = readiness.isReady()
                ? "Now is full (" + Capacity.of(request.roadmap(), bet).told() + ")."
                : Phrases.quoted(Phrases.clipped(bet.title())) + " is not ready for Now: "
                        + Phrases.plural(readiness.missing().size(), "thing is", "things are") + " missing.";
        return request.tell(new Card(Prose.strong(why + " It was not added."), blocks), Answer.of(Intent.ADD));
    }
}
