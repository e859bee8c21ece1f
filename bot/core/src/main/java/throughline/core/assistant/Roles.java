package throughline.core.assistant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.Role;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.view.Phrases;

/** Who may decide what: shown to everybody, given and taken by an admin. */
final class Roles implements Command {
    private static final Usage USAGE = Usage.of(
                    "role", "[person] [not] [role]", "Who has which role; an admin gives and takes them", Intent.ROLE)
            .or("roles");
    private static final String ROLE = Arrays.stream(Role.values())
            .map(role -> role.written().replace("_", "[ _-]"))
            .collect(Collectors.joining("|"));
    private static final Pattern SETTING = Pattern.compile(
            "(?<name>.+?)\\s+(?:is\\s+)?(?<not>not\\s+)?(?:an?\\s+)?(?<role>" + ROLE + ")", Pattern.CASE_INSENSITIVE);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Matcher setting = SETTING.matcher(request.rest());
        if (request.rest().isEmpty()) {
            return everybody(request);
        }
        if (!setting.matches()) {
            return about(request, request.rest());
        }
        Persons persons = Persons.in(request.scene().people());
        Optional<Role> role = Role.named(setting.group("role"));
        return persons.find(setting.group("name"))
                .map(person -> set(request, person, role.orElseThrow(), setting.group("not") == null))
                .orElseGet(() -> tell(request, persons.unknown(setting.group("name"))));
    }

    private static Turn everybody(Request request) {
        List<Person> some = request.scene().people().stream()
                .filter(person -> !rights(person).equals(Role.STAKEHOLDER.title()))
                .toList();
        List<Block.Items.Row> rows = some.stream()
                .limit(request.rows())
                .map(person -> new Block.Items.Row(Prose.strong(person.name()), List.of(Prose.of(rights(person)))))
                .toList();
        Card card = Card.of(
                Phrases.plural(some.size(), "person has", "people have") + " a role; everybody else is a stakeholder.",
                new Block.Items(rows));
        return tell(
                request,
                some.size() > request.rows()
                        ? card.with(Block.Buttons.of(Actions.askFirst("Show all " + some.size(), "role all")))
                        : card);
    }

    private static Turn about(Request request, String name) {
        Persons persons = Persons.in(request.scene().people());
        return persons.find(name)
                .map(person -> tell(
                        request,
                        Card.of(
                                person.name() + ": " + rights(person) + ".",
                                new Block.Note(
                                        Prose.of("An admin changes it, such as: role " + person.name() + " pm")))))
                .orElseGet(() -> tell(request, persons.unknown(name)));
    }

    private static Turn set(Request request, Person person, Role role, boolean isGiven) {
        if (!request.person().is(Role.ADMIN)) {
            return tell(request, Card.of("Only an admin gives and takes roles, so nothing was changed."));
        }
        if (person.is(role) == isGiven) {
            return tell(request, Card.of(person.name() + " is " + (isGiven ? "already " : "not ") + one(role) + "."));
        }
        if (!isGiven && role == Role.ADMIN && isLastAdmin(request, person)) {
            return tell(
                    request,
                    Card.of(
                            person.name() + " is the only admin, so nothing was changed.",
                            new Block.Text(Prose.of("Make somebody else an admin first."))));
        }
        Person changed = isGiven ? person.with(role) : person.without(role);
        Button undo = Actions.ask("Undo", "role " + person.name() + (isGiven ? " not " : " ") + role.written());
        return tell(
                        request,
                        Card.of(
                                person.name() + " is " + (isGiven ? "now " : "no longer ") + one(role) + ".",
                                Block.Buttons.of(undo)))
                .writing(changed);
    }

    private static boolean isLastAdmin(Request request, Person person) {
        return request.scene().people().stream()
                .noneMatch(other -> !other.id().equals(person.id()) && other.is(Role.ADMIN));
    }

    private static String one(Role role) {
        return ("aeio".indexOf(role.title().charAt(0)) >= 0 ? "an " : "a ") + role.title();
    }

    private static String rights(Person person) {
        return person.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", "));
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.ROLE));
    }
}
