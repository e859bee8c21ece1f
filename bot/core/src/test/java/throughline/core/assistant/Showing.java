package throughline.core.assistant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Snapshot;
import throughline.core.people.PersonId;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Today;

/** A conversation that is looked at. */
abstract class Showing {
    final List<Gallery.Shown> shown;
    Chat chat = new Chat();

    /** @param shown takes what is shown, in the order to look at it */
    Showing(List<Gallery.Shown> shown) {
        this.shown = shown;
    }

    void tap(String name, String person, String label) {
        Button button = button(label);
        tap(name, person, button.action(), button.value(), Map.of());
    }

    /** Sends the form of the last card as it stands, with these filled in instead. */
    void fill(String name, String person, Map<String, String> typed) {
        Block.Form form = chat.last().card().blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> inputs = new HashMap<>();
        form.fields().forEach(field -> inputs.put(field.id(), field.initials()));
        typed.forEach((field, value) -> inputs.put(field, List.of(value)));
        tap(name, person, form.submit().action(), form.submit().value(), inputs);
    }

    Button button(String label) {
        return chat.last().card().buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    Optional<Dialogue> open(String person) {
        Incoming incoming = chat.incoming(person, "dm:" + person, new Input.Said("", Input.Manner.OPEN));
        return chat.store.load(Exchange.conversation(incoming)).dialogue();
    }

    void ask(String name, String person, String text) {
        shown(name, chat.incoming(person, "dm:" + person, new Input.Said(text, Input.Manner.OPEN)));
    }

    void tap(String name, String person, String action, String value, Map<String, List<String>> inputs) {
        shown(name, chat.incoming(person, "dm:" + person, new Input.Tapped(action, value, "", inputs)));
    }

    /** What somebody else was told meanwhile. */
    void told(String name, String person) {
        shown.add(new Gallery.Shown(name, chat.lastTold(person), Optional.empty()));
    }

    /** What waits for somebody's message of the day. */
    void waiting(String name, String person) {
        List<Card> waiting = chat.waitingCards(person);
        Card last = waiting.get(waiting.size() - 1);
        shown.add(
                new Gallery.Shown(name, new Reply(Reply.Visibility.PRIVATE, last, Optional.empty()), Optional.empty()));
    }

    /** What an owner is asked with the message of the day. */
    void flagged(String name, PersonId owner) {
        Snapshot now = chat.store.load("");
        Today today = new Today(
                now.roadmap(), now.history(), now.people(), new Agenda(now.roadmap(), Set.of()), chat.now(), Map.of());
        List<Errand> asked = new AskingOwners()
                .errands(today).stream()
                        .filter(errand -> errand.to().equals(owner))
                        .toList();
        shown.add(new Gallery.Shown(
                name, new Reply(Reply.Visibility.PRIVATE, Errand.merged(asked), Optional.empty()), Optional.empty()));
    }

    void shown(String name, Incoming incoming) {
        chat.hear(incoming);
        shown.add(new Gallery.Shown(
                name,
                chat.last(),
                chat.store.load(Exchange.conversation(incoming)).dialogue()));
    }
}
