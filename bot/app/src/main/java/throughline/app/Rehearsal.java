package throughline.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import throughline.core.assistant.Assistant;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Turn;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;

/** Works answers out and draws them, and says them to nobody, so that who asks first does not wait for what is done only once. */
record Rehearsal(Assistant assistant, List<Messenger> messengers, InstantSource clock) implements Consumer<Snapshot> {
    private static final List<String> SENTENCES = List.of(
            "Which OKR does this serve: a way to begin without help",
            "so what are we going to work on after this",
            "whose idea was the first one, and who looks after it now?",
            "why is nobody working on a faster way to begin?");

    private static final Account NOBODY = Account.local("rehearsal");

    Rehearsal {
        messengers = List.copyOf(messengers);
    }

    @Override
    public void accept(Snapshot now) {
        SENTENCES.forEach(sentence -> draw(assistant.turn(scene(now, sentence), Optional.empty())));
    }

    private void draw(Turn turn) {
        messengers.forEach(messenger -> turn.replies().forEach(reply -> messenger.draw(reply, NOBODY.id())));
    }

    private Scene scene(Snapshot now, String sentence) {
        Incoming incoming = new Incoming(
                NOBODY.id(),
                Speaker.member(NOBODY, NOBODY.id()),
                new Place(NOBODY.platform(), NOBODY.id(), Optional.empty(), Place.Reach.DIRECT),
                new Input.Said(sentence, Input.Manner.OPEN),
                "");
        Person person = Person.firstContact(new PersonId(NOBODY.id()), NOBODY.id(), NOBODY);
        return new Scene(now.roadmap(), now.history(), now.people(), person, incoming, clock.instant(), NOBODY.id());
    }
}
