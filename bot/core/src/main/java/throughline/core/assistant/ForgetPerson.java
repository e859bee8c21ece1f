package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.view.Phrases;

/** Erases the record of a person for good: by an admin, or of oneself. What the person did stays, by someone who left. */
final class ForgetPerson implements Command {
    private static final Usage USAGE = Usage.of(
            "forget-person",
            "<name or me>",
            "Erase somebody's name, address and accounts for good: yours, or as an admin anybody's",
            Intent.ERASE);
    private static final String CONFIRMED = " yes";
    private static final String ME = "me";

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** Whether somebody asks to be forgotten. */
    static boolean isSelf(String text) {
        return name(text).toLowerCase(Locale.ROOT).equals(ME);
    }

    /** Erases who asks, after asking back. */
    static Turn self(Request request) {
        return erase(request, request.person());
    }

    @Override
    public Turn run(Request request) {
        String name = name(request.rest());
        if (name.isEmpty()) {
            return tell(request, Card.of("Whom? Type " + USAGE.typed() + "."));
        }
        if (isSelf(name)) {
            return self(request);
        }
        Persons persons = Persons.in(request.scene().people());
        boolean isId = name.startsWith("#") && name.length() > 1;
        Optional<Person> person =
                isId ? request.scene().people().find(new PersonId(name.substring(1))) : persons.find(name);
        if (!request.person().is(Role.ADMIN)
                && person.filter(request.person()::equals).isEmpty()) {
            return tell(
                    request,
                    Card.of(
                            "Only an admin erases somebody else, so nothing was changed.",
                            new Block.Text(Prose.of("To be forgotten yourself, type: forget me."))));
        }
        return person.map(found -> erase(request, found)).orElseGet(() -> tell(request, persons.unknown(name)));
    }

    private static String name(String rest) {
        return isConfirmed(rest)
                ? rest.substring(0, rest.length() - CONFIRMED.length()).strip()
                : rest.strip();
    }

    private static boolean isConfirmed(String rest) {
        return rest.toLowerCase(Locale.ROOT).endsWith(CONFIRMED);
    }

    private static Turn erase(Request request, Person person) {
        if (isLastAdmin(request, person)) {
            return tell(
                    request,
                    Card.of(
                            person.name() + " is the only admin, so nothing was changed.",
                            new Block.Text(Prose.of("Make somebody else an admin first."))));
        }
        if (!isConfirmed(request.rest())) {
            return tell(request, confirmation(request, person));
        }
        Change erased = new Change.PersonTouched(person.id());
        return tell(request, done(request, person)).recording(List.of(erased), erased.moves(), Optional.empty());
    }

    private static boolean isLastAdmin(Request request, Person person) {
        return person.is(Role.ADMIN)
                && request.scene().people().stream()
                        .noneMatch(other -> !other.id().equals(person.id()) && other.is(Role.ADMIN));
    }

    private static Card confirmation(Request request, Person person) {
        boolean isSelf = person.id().equals(request.person().id());
        int open = request.roadmap().ownedBy(person.id(), Horizon.NOW).size()
                + request.roadmap().ownedBy(person.id(), Horizon.NEXT).size()
                + request.roadmap().ownedBy(person.id(), Horizon.LATER).size();
        String owns = open == 0
                ? ""
                : " " + Phrases.plural(open, "initiative would have an owner", "initiatives would have an owner")
                        + " who left: give them to somebody first.";
        return Card.of(
                isSelf ? "Forget you for good?" : "Forget " + person.name() + " for good?",
                new Block.Text(Prose.of("Name, e-mail, roles and "
                        + Phrases.plural(person.accounts().size(), "account", "accounts")
                        + " are erased. What was recorded stays and reads “someone who left”." + owns)),
                new Block.Note(
                        Prose.of("This cannot be undone. Messages on the platform itself are not mine to erase.")),
                Block.Buttons.of(
                        Button.destructive(Actions.ASK, "Erase for good", "forget-person #" + person.id() + CONFIRMED),
                        Actions.ask("Keep", isSelf ? "account" : "role " + person.name())));
    }

    private static Card done(Request request, Person person) {
        boolean isSelf = person.id().equals(request.person().id());
        return Card.of(
                (isSelf ? "You are" : person.name() + " is") + " forgotten.",
                new Block.Text(Prose.of("What was recorded reads “someone who left” from now on."
                        + (isSelf ? " If you write to me again, we meet anew." : ""))));
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.ERASE));
    }
}
