package throughline.core.assistant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Share;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** Puts Now or Next before people as a proposal, for their comments. */
final class ShareHorizon implements Command {
    private static final Usage USAGE = Usage.of(
            "share",
            "<now or next> [with <teams, roles or people>]",
            "Put Now or Next before others, and collect what they say",
            Intent.SHARE);
    private static final Pattern GIVEN = Pattern.compile(
            "(?<horizon>now|next)(?:\\s+with\\s+(?<whom>.+))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A comment on all of it is about so many initiatives at most. */
    private static final int MOST_ITEMS = 50;

    private static final int MOST_PEOPLE = 50;

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** Whom it goes to, or the first name that nobody has. */
    private record Whom(Set<PersonId> people, Optional<String> unknown) {}

    @Override
    public Turn run(Request request) {
        Matcher given = GIVEN.matcher(request.whole().strip());
        if (!given.matches()) {
            return tell(request, which(request));
        }
        if (!request.person().keepsRoadmap()) {
            return tell(request, Ownership.refusal(request, Optional.empty()));
        }
        Horizon horizon = given.group("horizon").equalsIgnoreCase("now") ? Horizon.NOW : Horizon.NEXT;
        Listing<Initiative> bets = request.roadmap().in(horizon);
        if (bets.isEmpty()) {
            return tell(
                    request,
                    Card.of(
                            "Nothing is in " + horizon.title() + ", so nothing was shared.",
                            Block.Buttons.of(Actions.ask("Show Later", "later"))));
        }
        Whom whom = whom(request, Optional.ofNullable(given.group("whom")).orElse(""));
        if (whom.unknown().isPresent()) {
            return tell(request, unknown(whom.unknown().get()));
        }
        boolean isAlone = request.scene().place().isDirect() && whom.people().isEmpty();
        return isAlone ? tell(request, withWhom(horizon)) : shared(request, horizon, bets, whom.people());
    }

    private static Card which(Request request) {
        String problem = request.rest().isEmpty()
                ? "Now or Next is shared, with teams, roles or people."
                : "I don't see what to share in " + Phrases.quoted(Phrases.clipped(request.rest())) + ".";
        return Card.of(
                "What do you want to share? Type " + USAGE.typed() + ".",
                new Block.Text(Prose.of(problem)),
                Block.Buttons.of(Actions.ask("Share Now", "share now"), Actions.ask("Share Next", "share next")));
    }

    private static Card unknown(String name) {
        return Card.of(
                "I know no team, role or person called " + Phrases.quoted(Phrases.clipped(name))
                        + ", so nothing was shared.",
                new Block.Text(Prose.of("Name teams, people, or roles such as engineering leads, with commas.")));
    }

    private static Card withWhom(Horizon horizon) {
        String verb = "share " + Moving.written(horizon) + " with ";
        return Card.of(
                "With whom? Type " + verb + "and teams, roles or people.",
                new Block.Text(Prose.of("In a channel I post it there; here nobody else would see it.")),
                Block.Buttons.of(
                        Actions.ask("Engineering leads", verb + "engineering leads"),
                        Actions.ask("Product leads", verb + "product leads"),
                        Actions.ask("Stakeholders", verb + "stakeholders")));
    }

    private static Whom whom(Request request, String text) {
        Set<PersonId> people = new LinkedHashSet<>();
        for (String name : text.split("\\s*(?:,|\\band\\b)\\s*", -1)) {
            List<PersonId> meant = name.isBlank() ? List.of() : meant(request, name.strip());
            if (meant.isEmpty() && !name.isBlank()) {
                return new Whom(Set.of(), Optional.of(name.strip()));
            }
            people.addAll(meant);
        }
        people.remove(request.person().id());
        return new Whom(people, Optional.empty());
    }

    private static List<PersonId> meant(Request request, String name) {
        String plain = name.replaceFirst("(?i)^(?:the|all)\\s+", "");
        Optional<Team> team = Names.in(request.roadmap())
                .only(Kind.TEAM)
                .whole(plain.replaceFirst("(?i)\\s+team$", ""))
                .map(Team.class::cast);
        if (team.isPresent()) {
            return Stream.concat(team.get().owner().stream(), team.get().members().stream())
                    .distinct()
                    .toList();
        }
        Optional<Role> role = Role.named(plain).or(() -> Role.named(plain.replaceFirst("(?i)s$", "")));
        return role.map(found -> having(request, found))
                .orElseGet(() -> Persons.in(request.scene().people()).find(plain).map(Person::id).stream()
                        .toList());
    }

    private static List<PersonId> having(Request request, Role role) {
        return request.scene().people().stream()
                .filter(person -> person.is(role))
                .map(Person::id)
                .limit(MOST_PEOPLE)
                .toList();
    }

    private static Turn shared(Request request, Horizon horizon, Listing<Initiative> bets, Set<PersonId> people) {
        Share share = (Share) Kind.SHARE.item(
                request.roadmap().nextBeside(Kind.SHARE),
                Values.none()
                        .with(Share.HORIZON, horizon)
                        .with(Share.ITEMS, bets.ids().limit(MOST_ITEMS).toList())
                        .with(Share.PEOPLE, Optional.of(List.copyOf(people)).filter(some -> !some.isEmpty()))
                        .with(Share.BY, request.person().id())
                        .with(Share.ON, request.scene().today()));
        Card card = ShareCard.of(request, share);
        List<Reply> replies = new ArrayList<>();
        if (!request.scene().place().isDirect()) {
            replies.add(new Reply(Reply.Visibility.PUBLIC, card, Optional.of(answer(share))));
        }
        if (!people.isEmpty()) {
            replies.add(
                    new Reply(Reply.Visibility.PRIVATE, ShareCard.sent(request, share), Optional.of(answer(share))));
        }
        return new Turn(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        replies,
                        List.of(),
                        Set.of(),
                        Optional.empty(),
                        List.of(),
                        List.of())
                .recording(List.of(new Change.Added(share)), Set.of(share.id().text()), Optional.empty())
                .notifying(people.stream()
                        .limit(MOST_PEOPLE)
                        .map(person -> new Notice(person, card, Optional.empty()))
                        .toList());
    }

    private static Answer answer(Share share) {
        return Answer.about(Intent.SHARE, share.id());
    }

    private static Turn tell(Request request, Card card) {
        return request.tell(card, Answer.of(Intent.SHARE));
    }
}
