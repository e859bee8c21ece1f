package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.History;
import throughline.core.conversation.Turn;
import throughline.core.history.Redaction;
import throughline.core.people.Role;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/** Takes the words of one change out of the history for good; that it happened, and who took them out, stays. */
final class Redact implements Command {
    private static final Usage USAGE = Usage.of(
            "redact",
            "<name or id> [number]",
            "Take the words of a change out of the history for good; an admin does it",
            Intent.REDACT);
    private static final Pattern PARTS =
            Pattern.compile("(?<item>.+?)(?:\\s+(?<which>\\d{1,4}|#[\\d-]+))?(?<yes>\\s+yes)?");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        if (!request.person().is(Role.ADMIN)) {
            return tell(request, Card.of("Only an admin takes words out of the history, so nothing was changed."));
        }
        Matcher parts = PARTS.matcher(request.rest());
        if (!parts.matches()) {
            return tell(request, Card.of("Of which item? Type " + USAGE.typed() + "."));
        }
        Optional<ItemId> item = item(request, parts.group("item"));
        List<History.Entry> entries = item.map(id -> request.scene().history().about(id, HistoryOf.MOST))
                .orElse(List.of());
        if (entries.isEmpty()) {
            String asked = Phrases.quoted(Phrases.clipped(parts.group("item")));
            return tell(
                    request,
                    Card.of(
                            "I find nothing called " + asked + " in the history.",
                            new Block.Text(Prose.of("Give the id or the whole name, such as: redact I3 2."))));
        }
        return Optional.ofNullable(parts.group("which"))
                .flatMap(which -> entry(entries, which))
                .map(entry -> about(request, item.orElseThrow(), entry, parts.group("yes") != null))
                .orElseGet(() -> tell(request, which(request, item.orElseThrow(), entries)));
    }

    private static Optional<ItemId> item(Request request, String name) {
        return Names.in(request.roadmap())
                .whole(name)
                .map(Item::id)
                .or(() -> Optional.of(name).filter(ItemId::fits).map(ItemId::new));
    }

    /** By its id, or by its number from the oldest, as the history of an item shows it. */
    private static Optional<History.Entry> entry(List<History.Entry> newestFirst, String which) {
        if (which.startsWith("#")) {
            return newestFirst.stream()
                    .filter(entry -> which.equals("#" + entry.id()))
                    .findFirst();
        }
        int index = newestFirst.size() - Integer.parseInt(which);
        return index < 0 || index >= newestFirst.size() ? Optional.empty() : Optional.of(newestFirst.get(index));
    }

    private static Card which(Request request, ItemId item, List<History.Entry> entries) {
        Card card = Card.of(
                "The words of which change of " + item + "? Type: redact " + item + " and its number.",
                new Block.Items(HistoryOf.rows(request, new ChangeWords(request.scene()), entries)));
        return entries.size() > request.rows()
                ? card.with(Actions.ask("Show all " + entries.size(), "redact " + item + " all"))
                : card;
    }

    private static Turn about(Request request, ItemId item, History.Entry entry, boolean isConfirmed) {
        if (Redaction.of(entry.facts(), item).isEmpty()) {
            return tell(
                    request,
                    Card.of(
                            "This change has no words of its own, so nothing was changed.",
                            Block.Buttons.of(Actions.ask("Every change", "history " + item))));
        }
        if (!isConfirmed) {
            return tell(request, confirmation(request, item, entry));
        }
        Change redacted = new Change.Redacted(kind(entry.facts().changes()), item, entry.id());
        return tell(request, done(item)).recording(List.of(redacted), Set.of(item.text()), Optional.empty());
    }

    private static Kind kind(List<Change> facts) {
        for (Change fact : facts) {
            if (fact instanceof Change.Added added) {
                return added.item().kind();
            }
            if (fact instanceof Change.Edited<?> edited) {
                return edited.kind();
            }
            if (fact instanceof Change.Listed<?> listed) {
                return listed.kind();
            }
            if (fact instanceof Change.Unlisted<?> unlisted) {
                return unlisted.kind();
            }
            if (fact instanceof Change.Removed removed) {
                return removed.kind();
            }
        }
        return Kind.INITIATIVE;
    }

    private static Card confirmation(Request request, ItemId item, History.Entry entry) {
        ChangeWords words = new ChangeWords(request.scene());
        List<Prose> details = new ArrayList<>();
        entry.facts().changes().forEach(change -> details.add(Prose.of(words.of(change))));
        entry.facts().why().ifPresent(why -> details.add(Prose.of("why: " + Phrases.clipped(why))));
        return Card.of(
                "Take the words of this change of " + item + " out of the history for good?",
                new Block.Items(List.of(new Block.Items.Row(
                        Prose.strong(Changes.who(request, entry.facts()))
                                .then(", " + Changes.when(request, entry.facts())),
                        details))),
                new Block.Note(Prose.of("Every text that it brought in reads " + Redaction.MARK
                        + " wherever the history of " + item
                        + " has it, on the roadmap and in proposals and questions too. This cannot be undone.")),
                Block.Buttons.of(
                        Button.destructive(Actions.ASK, "Take them out", "redact " + item + " #" + entry.id() + " yes"),
                        Actions.ask("Keep", "history " + item)));
    }

    private static Card done(ItemId item) {
        return Card.of(
                "Taken out: the words of this change of " + item + " read " + Redaction.MARK + " from now on.",
                new Block.Text(Prose.of("Messages that were sent before keep what they say.")),
                Block.Buttons.of(Actions.ask("Every change", "history " + item)));
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.REDACT));
    }
}
