package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.view.Phrases;

/** Moves an initiative to another horizon. */
final class Move implements Command {
    private static final Usage USAGE = Usage.of(
            "move",
            "<initiative> <now, next, later, done> [instead of <initiative>] [override] [because …]",
            "Move an initiative to another horizon",
            Intent.MOVE);
    private static final Pattern TO = Pattern.compile(
            "(?<!\\s)\\s++(?:in)?(?:to\\s+)?(?<horizon>now|next|later|done|dropped)$", Pattern.CASE_INSENSITIVE);
    /** What goes out for it, or that the gate is overridden. */
    private static final Pattern WAY = Pattern.compile(
            "(?<!\\s)\\s++(?:(?<override>override)"
                    + "|(?:instead\\s++of|in\\s++place\\s++of)\\s++(?<out>\\S+)(?:\\s++(?:to\\s++)?(?<to>next|later|done))?)$",
            Pattern.CASE_INSENSITIVE);

    private static final String HORIZON = "horizon";
    private static final String REASON = "reason";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Because given = Because.in(request.whole());
        Matcher way = WAY.matcher(given.text());
        String wanted = way.find() ? given.text().substring(0, way.start()) : given.text();
        Matcher to = TO.matcher(wanted);
        boolean isTold = to.find();
        Named named = Named.in(request.roadmap(), Moving.among(request), wanted, isTold ? to.start() : wanted.length());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Initiative bet = (Initiative) named.item().get();
        if (!Ownership.may(request.person(), bet.kind(), named.item())) {
            return Ownership.instead(request, bet.kind(), named.item(), Intent.MOVE);
        }
        Optional<Horizon> horizon = isTold ? horizon(to.group("horizon")) : horizon(request.input(HORIZON));
        if (horizon.isEmpty()) {
            return request.tell(form(bet), Subject.about(Intent.MOVE, bet));
        }
        Optional<String> why =
                given.reason().or(() -> Optional.of(request.input(REASON)).filter(text -> !text.isEmpty()));
        if (horizon.get() == Horizon.NOW && wanted.length() < given.text().length() && bet.horizon() != Horizon.NOW) {
            return entering(request, bet, way, why);
        }
        if (horizon.get() == Horizon.DROPPED) {
            return Drop.dropped(request, bet, why, false);
        }
        return new Moving(request, bet, horizon.get()).recorded(why);
    }

    private static Turn entering(Request request, Initiative bet, Matcher way, Optional<String> why) {
        Edits edits = new Moving(request, bet, Horizon.NOW).edits();
        return way.group("override") != null
                ? Entry.overriding(edits, why)
                : Entry.swapping(
                        edits,
                        way.group("out"),
                        Optional.ofNullable(way.group("to")).orElse("next"),
                        why);
    }

    private static Optional<Horizon> horizon(String text) {
        return Stream.of(Horizon.values())
                .filter(horizon -> horizon.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static Card form(Initiative bet) {
        List<Field.Option> options = Stream.of(Horizon.NOW, Horizon.NEXT, Horizon.LATER, Horizon.DONE)
                .filter(horizon -> horizon != bet.horizon())
                .map(horizon -> new Field.Option(Moving.written(horizon), horizon.title()))
                .toList();
        return Card.of(
                "Where should " + Phrases.named(bet) + " go? It is in "
                        + bet.horizon().title() + ".",
                new Block.Form(
                        List.of(Field.choice(HORIZON, "Horizon", options), Field.text(REASON, "Why", false)),
                        Button.primary(Actions.FILL, "Move it", "move " + bet.id()),
                        Optional.empty()));
    }
}
