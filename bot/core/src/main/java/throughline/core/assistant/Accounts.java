package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.Account;
import throughline.core.people.Invitation;
import throughline.core.people.Person;
import throughline.core.people.Role;
import throughline.core.question.Answer;
import throughline.core.question.Intent;

/**
 * Who the bot takes somebody for, and how one person brings in an account on another platform: with a one-time code, said there.
 * Nothing else carries a right from one account to another.
 */
final class Accounts implements Command {
    private static final Usage USAGE = Usage.of(
                    "account",
                    "[code]",
                    "Who you are to me, and how to be the same person on another platform",
                    Intent.ACCOUNT)
            .or("whoami", "accounts");
    private static final Pattern REMOVE = Pattern.compile("(?i)(?:remove|without)\\s+(\\S+)");
    private static final Pattern FOR = Pattern.compile("(?i)(?:for|of)\\s+(.+)");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        var remove = REMOVE.matcher(request.rest());
        var other = FOR.matcher(request.rest());
        if (request.rest().isEmpty()) {
            return invite(request, request.person());
        } else if (remove.matches()) {
            return remove(request, remove.group(1));
        } else if (other.matches()) {
            return inviteFor(request, other.group(1));
        }
        return redeem(request);
    }

    private static Turn invite(Request request, Person person) {
        String code = Invitation.code(request.scene().fresh());
        Invitation invitation = Invitation.of(code, request.scene().now());
        boolean isOwn = person.id().equals(request.person().id());
        String headline = isOwn
                ? "You are " + person.name() + ", " + rights(person) + "."
                : "Give this code to " + person.name() + ", " + rights(person) + ".";
        Card card = Card.of(
                headline,
                new Block.Facts(List.of(new Block.Facts.Fact("Accounts", Prose.of(accounts(request, person))))),
                new Block.Text(Prose.of("To be the same person on another platform, say there: ")
                        .thenStrong("account " + code)),
                new Block.Note(Prose.of("The code works once, within " + Invitation.VALID.toMinutes()
                        + " minutes. Who says it gets these rights.")));
        return tell(request, card).writing(person.inviting(Optional.of(invitation)));
    }

    private static Turn inviteFor(Request request, String name) {
        if (!request.person().is(Role.ADMIN)) {
            return tell(request, Card.of("Only an admin can get a code for somebody else."));
        }
        return Persons.in(request.scene().people())
                .find(name)
                .map(person -> invite(request, person))
                .orElseGet(
                        () -> tell(request, Persons.in(request.scene().people()).unknown(name)));
    }

    private static Turn redeem(Request request) {
        Optional<Person> inviting = request.scene().people().stream()
                .filter(person -> person.invitation()
                        .filter(invitation -> invitation.accepts(
                                request.rest(), request.scene().now()))
                        .isPresent())
                .findFirst();
        if (inviting.isEmpty()) {
            return tell(
                    request,
                    Card.of(
                            "That code does not work.",
                            new Block.Text(
                                    Prose.of(
                                            "It is mistyped, used, or older than " + Invitation.VALID.toMinutes()
                                                    + " minutes. Say “account” where I know you already and use the code that you get."))));
        }
        return inviting.get().id().equals(request.person().id())
                ? tell(request, Card.of("That is your own code. Say it on the other platform."))
                : join(request, inviting.get());
    }

    private static Turn join(Request request, Person person) {
        Account account = request.scene().incoming().account();
        Person joined = person.inviting(Optional.empty()).with(account);
        Turn turn = tell(
                request,
                Card.of(
                        "You are " + person.name() + " here now, " + rights(person) + ".",
                        new Block.Note(Prose.of("If that was a mistake, say “account remove " + account + "” where you "
                                + "were " + person.firstName() + " before."))));
        return turn.writing(joined, request.person().without(account));
    }

    private static Turn remove(Request request, String text) {
        Person person = request.person();
        Optional<Account> found = person.accounts().stream()
                .filter(account -> account.toString().equalsIgnoreCase(text))
                .findFirst();
        if (found.isEmpty()) {
            return tell(
                    request,
                    Card.of(
                            "You have no account " + text + ".",
                            new Block.Text(Prose.of("Yours: " + accounts(request, person) + "."))));
        }
        if (found.get().equals(request.scene().incoming().account())) {
            return tell(request, Card.of("You are using that account now. Remove it from another one."));
        }
        return tell(
                        request,
                        Card.of(
                                "Removed: " + found.get() + " is no longer " + person.name() + ".",
                                new Block.Text(Prose.of("Its next word makes a new stakeholder."))))
                .writing(person.without(found.get()));
    }

    private static String rights(Person person) {
        return person.roles().stream().sorted().map(Role::title).collect(Collectors.joining(", "));
    }

    private static String accounts(Request request, Person person) {
        Account here = request.scene().incoming().account();
        return person.accounts().stream()
                .map(account -> account + (account.equals(here) ? " (here)" : ""))
                .collect(Collectors.joining(", "));
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.ACCOUNT));
    }
}
