package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.view.Phrases;

/** Gives an initiative up, with the reason, after asking. */
final class Drop implements Command {
    private static final Usage USAGE =
            Usage.of("drop", "<initiative> because …", "Give an initiative up, and say why", Intent.MOVE);
    private static final String REASON = "reason";
    private static final Pattern CONFIRMED = Pattern.compile("\\s+yes$", Pattern.CASE_INSENSITIVE);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Because given = Because.in(request.whole());
        boolean confirmed = CONFIRMED.matcher(given.text()).find();
        String name = CONFIRMED.matcher(given.text()).replaceFirst("");
        Named named = Named.in(request.roadmap(), Moving.among(request), name, name.length());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Initiative bet = (Initiative) named.item().get();
        if (!Ownership.may(request.person(), bet.kind(), Optional.of(bet))) {
            return Ownership.instead(request, bet.kind(), Optional.of(bet), Intent.MOVE);
        }
        String filled = request.input(REASON);
        return dropped(
                request, bet, filled.isEmpty() ? given.reason() : Optional.of(filled), confirmed || !filled.isEmpty());
    }

    /** @param confirmed whether it was asked about already; who fills in the reason in a form was */
    static Turn dropped(Request request, Initiative bet, Optional<String> why, boolean confirmed) {
        Moving moving = new Moving(request, bet, Horizon.DROPPED);
        if (moving.isThere() || (why.isPresent() && confirmed)) {
            return moving.recorded(why);
        }
        if (why.isEmpty()) {
            return request.tell(form(request, bet), Subject.about(Intent.MOVE, bet));
        }
        Holding holding =
                new Holding("drop " + bet.id() + " yes because " + why.get(), "show " + bet.id(), "show " + bet.id());
        return holding.after(
                request,
                request.tellThere(
                        Card.of(
                                "Drop " + Phrases.named(bet) + "?",
                                new Block.Text(Prose.of(consequences(request, bet))),
                                new Block.Text(Prose.of("Why: " + Phrases.closed(Phrases.clipped(why.get())))),
                                Block.Buttons.of(
                                        Button.destructive(Actions.ASK, "Drop it", holding.yes()),
                                        Actions.ask("Keep it", "show " + bet.id()))),
                        Subject.about(Intent.MOVE, bet)));
    }

    private static String consequences(Request request, Initiative bet) {
        List<String> parts = new ArrayList<>();
        parts.add("It leaves " + bet.horizon().title());
        int workstreams = request.roadmap().building(bet).size();
        int needing = request.roadmap().needing(bet).size();
        if (!bet.serves().isEmpty()) {
            parts.add("serves "
                    + Phrases.listed(bet.serves().stream().map(id -> id.text()).toList()));
        }
        if (workstreams > 0) {
            parts.add("has " + Phrases.plural(workstreams, "workstream", "workstreams"));
        }
        if (needing > 0) {
            parts.add("is needed by " + Phrases.plural(needing, "initiative", "initiatives"));
        }
        return Phrases.listed(parts) + ". It stays on record with the reason.";
    }

    private static Card form(Request request, Initiative bet) {
        return Card.of(
                "Why drop " + Phrases.named(bet) + "?",
                new Block.Text(Prose.of(consequences(request, bet))),
                new Block.Form(
                        List.of(Field.text(REASON, "Why", true).hinting("Who asks for it later is told this reason")),
                        Button.destructive(Actions.FILL, "Drop it", "drop " + bet.id()),
                        Optional.empty()));
    }
}
