package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Block.Items.Row;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Question;
import throughline.core.view.Phrases;

/** What people asked for, and what became of it: one's own, all that is open, or by team and by customer. */
final class MyRequests implements Command {
    private static final Usage USAGE = Usage.of(
                    "requests",
                    "[mine | open | by team | by customer | <id> | quiet | on]",
                    "What you asked and requested, what is open, and from whom",
                    Intent.MY_REQUESTS)
            .or("my-requests");

    private static final String OPEN = "open";
    private static final String QUIET = "quiet";
    private static final String ON = "on";
    private static final String BY_TEAM = "by team";
    private static final String BY_CUSTOMER = "by customer";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String rest = request.rest().toLowerCase(Locale.ROOT).strip();
        Optional<FeatureRequest> one = request.roadmap().beside(rest, FeatureRequest.class);
        if (one.isPresent()) {
            return request.say(
                    new RequestCard(request, one.get()).shown(),
                    Answer.about(Intent.MY_REQUESTS, one.get().id()));
        }
        if (rest.equals(QUIET) || rest.equals(ON)) {
            return hearing(request, rest.equals(QUIET));
        }
        if (rest.equals(OPEN)) {
            return open(request, request.roadmap().openRequests().first(Request.MOST), "open");
        }
        if (rest.startsWith(BY_CUSTOMER) && rest.length() > BY_CUSTOMER.length()) {
            String customer =
                    request.rest().strip().substring(BY_CUSTOMER.length()).strip();
            return open(
                    request, request.roadmap().requestsOfCustomer(customer).first(Request.MOST), "from " + customer);
        }
        if (rest.equals(BY_CUSTOMER)) {
            return grouped(request, "customer", FeatureRequest::customers);
        }
        return rest.equals(BY_TEAM) ? grouped(request, "team", asked -> teams(request, asked)) : mine(request);
    }

    /** Whether somebody hears what becomes of the own requests. */
    private static Turn hearing(Request request, boolean isQuiet) {
        Card card = isQuiet
                ? Card.of(
                        "I no longer tell you by myself what becomes of your requests.",
                        new Block.Text(Prose.of("“requests” shows it, and I still ask you what only you can answer.")),
                        Block.Buttons.of(Actions.ask("Tell me again", "requests on")))
                : Card.of(
                        "I tell you what becomes of your requests.",
                        new Block.Text(Prose.of("When they are decided, move, ship and are measured.")),
                        Block.Buttons.of(Actions.ask("Stay quiet", "requests quiet")));
        return request.tell(card, Answer.of(Intent.MY_REQUESTS))
                .writing(request.person().with(request.person().preferences().quiet(isQuiet)));
    }

    /* One's own */

    private static Turn mine(Request request) {
        List<Question> questions =
                newestFirst(request.roadmap().questionsBy(request.person().id()).toList());
        List<FeatureRequest> requests =
                newestFirst(request.roadmap().requestsBy(request.person().id()).toList());
        List<String> ids = Stream.concat(requests.stream(), questions.stream())
                .map(Item::id)
                .map(ItemId::text)
                .limit(request.rows())
                .toList();
        return request.tell(card(request, requests, questions), new Answer(Intent.MY_REQUESTS, ids, Optional.empty()));
    }

    private static <T> List<T> newestFirst(List<T> items) {
        List<T> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Card card(Request request, List<FeatureRequest> requests, List<Question> questions) {
        if (questions.isEmpty() && requests.isEmpty()) {
            return Card.of(
                    "Nothing is filed under your name.",
                    new Block.Text(
                            Prose.of("What I can't answer I send to the owner, if you want, and it stands here then. So"
                                    + " does what you request.")),
                    Block.Buttons.of(
                            Actions.ask("Ask the owner", "ask-owner"), Actions.ask("Request something", "request")));
        }
        Card card = Card.of(
                headline(requests, questions),
                new Block.Items(Stream.concat(
                                requests.stream().map(asked -> row(request, asked)),
                                questions.stream().map(question -> row(request, question)))
                        .limit(request.rows())
                        .toList()));
        int all = requests.size() + questions.size();
        return all > request.rows()
                ? card.with(Block.Buttons.of(Actions.askFirst("Show all " + all, "requests all")))
                : card;
    }

    private static String headline(List<FeatureRequest> requests, List<Question> questions) {
        int answered =
                (int) questions.stream().filter(question -> !question.isOpen()).count();
        String asked = "asked " + Phrases.plural(questions.size(), "question", "questions") + ": " + answered
                + " answered, " + (questions.size() - answered) + " waiting";
        if (requests.isEmpty()) {
            return "You " + asked + ".";
        }
        int waiting = (int) requests.stream().filter(FeatureRequest::isOpen).count();
        String requested = "You filed or joined " + Phrases.plural(requests.size(), "request", "requests") + ": "
                + (requests.size() - waiting) + " decided, " + waiting + " waiting.";
        return questions.isEmpty() ? requested : requested + " You " + asked + ".";
    }

    private static Row row(Request request, Question question) {
        QuestionCard card = new QuestionCard(request, question);
        List<Prose> details = new ArrayList<>();
        details.add(Prose.of(question.reply()
                .map(reply -> card.source() + " " + Phrases.quoted(Phrases.clipped(reply)))
                .orElseGet(card::waiting)));
        details.add(Prose.of("asked " + card.ago()));
        return new Row(OpenQuestions.name(question), details);
    }

    private static Row row(Request request, FeatureRequest asked) {
        Statement statement = new Statement(request, asked, Optional.empty());
        List<Prose> details = new ArrayList<>();
        details.add(Prose.of(new RequestCard(request, asked).stands()));
        details.add(Prose.of(Phrases.plural(asked.people().size(), "voice", "voices")));
        details.add(
                Prose.of(asked.objective().map(objective -> "for " + objective).orElse("no OKR")));
        statement.voices().ifPresent(voices -> details.add(Prose.of(voices)));
        return new Row(Prose.strong(asked.id() + " " + Phrases.clipped(asked.title())), details);
    }

    /* Everybody's */

    private static Turn open(Request request, List<FeatureRequest> all, String which) {
        List<FeatureRequest> shown = all.stream().limit(request.rows()).toList();
        Answer answer =
                Answer.about(Intent.MY_REQUESTS, shown.stream().map(Item::id).toArray(ItemId[]::new));
        if (all.isEmpty()) {
            return request.say(
                    Card.of(
                            "No request is " + which + ".",
                            Block.Buttons.of(Actions.ask("Request something", "request"))),
                    answer);
        }
        Card card = Card.of(
                Phrases.plural(all.size(), "request is ", "requests are ")
                        + which
                        + (which.equals(OPEN) ? "; what most people want comes first." : "."),
                new Block.Items(shown.stream().map(asked -> row(request, asked)).toList()));
        return request.say(
                all.size() > request.rows()
                        ? card.with(Block.Buttons.of(
                                Actions.askFirst("Show all " + all.size(), "requests " + request.rest() + " all")))
                        : card,
                answer);
    }

    private static Turn grouped(
            Request request, String by, Function<FeatureRequest, ? extends Collection<String>> groups) {
        List<FeatureRequest> open = request.roadmap().openRequests().first(Request.MOST);
        Map<String, List<FeatureRequest>> grouped = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        open.forEach(asked -> Optional.<Collection<String>>of(List.copyOf(groups.apply(asked)))
                .filter(some -> !some.isEmpty())
                .orElse(List.of("no " + by + " named"))
                .forEach(group ->
                        grouped.computeIfAbsent(group, any -> new ArrayList<>()).add(asked)));
        List<Row> rows = grouped.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<FeatureRequest>>>comparingInt(
                                group -> -group.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(request.rows())
                .map(group -> new Row(
                        Prose.strong(Phrases.sentence(group.getKey()).replaceFirst("\\.$", "")),
                        List.of(
                                Prose.of(Phrases.plural(group.getValue().size(), "request", "requests")),
                                Prose.of(group.getValue().stream()
                                        .map(asked -> asked.id() + " " + Phrases.clipped(asked.title()))
                                        .limit(Request.ROWS)
                                        .collect(Collectors.joining(", "))))))
                .toList();
        Answer answer = Answer.about(Intent.MY_REQUESTS);
        if (rows.isEmpty()) {
            return open(request, List.of(), OPEN);
        }
        Card card = Card.of(
                Phrases.plural(open.size(), "open request", "open requests") + " from "
                        + Phrases.plural(grouped.size(), by, by + "s") + ".",
                new Block.Items(rows));
        return request.say(
                grouped.size() > request.rows()
                        ? card.with(Block.Buttons.of(
                                Actions.askFirst("Show all " + grouped.size(), "requests by " + by + " all")))
                        : card,
                answer);
    }

    /** The teams, or departments, of its author and of who joined. */
    private static List<String> teams(Request request, FeatureRequest asked) {
        return asked.people().stream()
                .flatMap(person -> team(request, person).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> team(Request request, PersonId person) {
        return request.scene()
                .people()
                .find(person)
                .map(Person::details)
                .flatMap(Person.Details::department)
                .or(() -> request.roadmap().teams().stream()
                        .filter(team -> team.members().contains(person))
                        .map(Item::title)
                        .findFirst());
    }
}
