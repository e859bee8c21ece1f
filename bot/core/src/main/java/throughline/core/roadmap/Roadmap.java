package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * The strategy stack at one moment, as a value. Every lookup, count and change costs O(log n) in the number of items, so an
 * answer costs the same with 20 initiatives as with 100,000.
 */
public final class Roadmap {
    private static final Roadmap EMPTY = new Roadmap("", Index.EMPTY);

    private final String organization;
    private final Index index;

    private Roadmap(String organization, Index index) {
        this.organization = organization;
        this.index = index;
    }

    /** An item and the last fact that touched it. */
    public record Placed(Item item, Stamp last) {}

    public static Roadmap empty() {
        return EMPTY;
    }

    /** Folds one commit onto this roadmap. */
    public Roadmap on(ChangeSet facts) {
        if (facts.changes().size() > Index.BULK && facts.changes().size() > index.size()) {
            return onBulk(facts);
        }
        Roadmap after = this;
        for (Change change : facts.changes()) {
            after = change.on(after, facts.stamp());
        }
        return after;
    }

    private Roadmap onBulk(ChangeSet facts) {
        List<Placed> added = new ArrayList<>();
        Roadmap after = this;
        for (Change change : facts.changes()) {
            if (change instanceof Change.Added addition) {
                added.add(new Placed(addition.item(), facts.stamp()));
            } else {
                after = change.on(after.withAll(added), facts.stamp());
                added.clear();
            }
        }
        return after.withAll(added);
    }

    /** Adds or replaces many items; for loading, where building the indexes once is much cheaper. */
    public Roadmap withAll(List<Placed> more) {
        return new Roadmap(organization, index.withAll(more));
    }

    Roadmap named(String name) {
        return new Roadmap(name, index);
    }

    Roadmap with(Item item, Stamp last) {
        return new Roadmap(organization, index.with(new Placed(item, last)));
    }

    Roadmap without(ItemId id) {
        return new Roadmap(organization, index.without(id));
    }

    /** The organization's name, or "" before it got one. */
    public String organization() {
        return organization;
    }

    public boolean isEmpty() {
        return index.size() == 0;
    }

    /** How much is on the roadmap; what is kept beside it does not count. */
    public int size() {
        return index.size()
                - Stream.of(Kind.values())
                        .filter(Kind::isBeside)
                        .mapToInt(kind -> all(kind).size())
                        .sum();
    }

    /** Everything, also what is kept beside the roadmap, in the order of ids, each with the last fact about it. */
    public Stream<Placed> stream() {
        return index.stream();
    }

    /**
     * The ids of what was added, touched or removed between the two, in order; it takes time in the order of how much that is if
     * one roadmap was made of the other.
     */
    public List<ItemId> changedSince(Roadmap earlier) {
        return index.differences(earlier.index);
    }

    /** What somebody names by its id, whatever the case. "Q3" is a quarter to them, so what is kept beside the roadmap is not found this way. */
    public Optional<Item> find(String id) {
        return placed(id).filter(item -> !item.kind().isBeside());
    }

    private Optional<Item> placed(String id) {
        return index.find(id).map(Placed::item);
    }

    public Optional<Item> find(ItemId id) {
        return placed(id.text());
    }

    public <T extends Item> Optional<T> find(ItemId id, Class<T> type) {
        return find(id).filter(type::isInstance).map(type::cast);
    }

    /** The last fact that touched an item. */
    public Optional<Stamp> lastTouched(ItemId id) {
        return index.find(id.text()).map(Placed::last);
    }

    public Listing<Product> products() {
        return all(Kind.PRODUCT, Product.class);
    }

    public Listing<Strategy> strategies() {
        return all(Kind.STRATEGY, Strategy.class);
    }

    public Listing<Objective> objectives() {
        return all(Kind.OBJECTIVE, Objective.class);
    }

    public Listing<Theme> themes() {
        return all(Kind.THEME, Theme.class);
    }

    public Listing<Initiative> initiatives() {
        return all(Kind.INITIATIVE, Initiative.class);
    }

    public Listing<Team> teams() {
        return all(Kind.TEAM, Team.class);
    }

    public Listing<Initiative> in(Horizon horizon) {
        return under(Facet.of("horizon", horizon), Initiative.class);
    }

    public Listing<Initiative> in(Horizon horizon, Team team) {
        return under(Facet.of(horizon.name() + " of", team.id()), Initiative.class);
    }

    /** Big, medium and unsized bets: those that the limit of Now counts. */
    public Listing<Initiative> majorBets(Horizon horizon) {
        return under(Facet.of("major", horizon), Initiative.class);
    }

    /** Those of them that name this product, or that name none. */
    public Listing<Initiative> majorBets(Horizon horizon, Optional<ItemId> product) {
        return under(Facet.major(horizon, product), Initiative.class);
    }

    public Listing<Initiative> serving(KeyResult keyResult, Horizon horizon) {
        return under(Facet.of(horizon + " serves", keyResult.id()), Initiative.class);
    }

    public Listing<Initiative> in(Horizon horizon, Theme theme) {
        return under(Facet.of(horizon + " in theme", theme.id()), Initiative.class);
    }

    public Listing<Initiative> ownedBy(PersonId owner, Horizon horizon) {
        return under(new Facet(horizon + " owned by", owner.text()), Initiative.class);
    }

    /** Initiatives that need this one first. */
    public Listing<Initiative> needing(Initiative initiative) {
        return under(Facet.of("needs", initiative.id()), Initiative.class);
    }

    /** Initiatives of a horizon that serve no key result. */
    public Listing<Initiative> orphans(Horizon horizon) {
        return under(Facet.of("orphan", horizon), Initiative.class);
    }

    /** Initiatives that serve no key result. */
    public Listing<Initiative> orphans() {
        return under(new Facet("orphan", ""), Initiative.class);
    }

    public Listing<Initiative> builtBy(Team team) {
        return under(Facet.of("built by", team.id()), Initiative.class);
    }

    public Listing<Initiative> ownedBy(PersonId owner) {
        return under(new Facet("owned by", owner.text()), Initiative.class);
    }

    public Listing<Initiative> serving(KeyResult keyResult) {
        return under(Facet.of("serves", keyResult.id()), Initiative.class);
    }

    public Listing<Initiative> in(Theme theme) {
        return under(Facet.of("in theme", theme.id()), Initiative.class);
    }

    public Listing<Initiative> in(Horizon horizon, Product product) {
        return under(Facet.of(horizon + " in product", product.id()), Initiative.class);
    }

    public Listing<Initiative> sized(Horizon horizon, Initiative.Size size) {
        return under(Facet.of(horizon + " sized", size), Initiative.class);
    }

    public Listing<Initiative> ofType(Horizon horizon, Initiative.WorkType type) {
        return under(Facet.of(horizon + " typed", type), Initiative.class);
    }

    /** Technology's initiatives in Now, Next and Later, in this order. */
    public Listing<Initiative> technical() {
        return under(Facet.TECHNOLOGY, "", Facet.END, Initiative.class);
    }

    public Listing<Initiative> technical(Horizon horizon) {
        return under(Facet.technology(horizon), Initiative.class);
    }

    /**
     * What is in Now, Next and Later by release window, then by {@link Initiative.Moscow}; what has no window, or one that does not
     * read as one, comes last.
     */
    public Listing<Initiative> releasing() {
        return under(Facet.RELEASE, "", Facet.END, Initiative.class);
    }

    public Listing<Initiative> releasing(Window window) {
        return under(Facet.RELEASE, window.key(), window.key() + Facet.END, Initiative.class);
    }

    /** Initiatives in Now, Next and Later without a release window. */
    public Listing<Initiative> withoutWindow() {
        return under(Facet.RELEASE, Facet.NO_WINDOW, Facet.NO_WINDOW + Facet.END, Initiative.class);
    }

    /** Those of a window that have this place in its release. */
    public Listing<Initiative> releasing(Window window, Initiative.Moscow moscow) {
        return under(Facet.release(Optional.of(window), Optional.of(moscow)), Initiative.class);
    }

    /** Themes that customers may see. */
    public Listing<Theme> publicThemes() {
        return under(Facet.of("theme is", Visibility.PUBLIC), Theme.class);
    }

    /** Initiatives in Now, Next and Later that are marked public. */
    public Listing<Initiative> publicWork(Theme theme) {
        return under(Facet.of("public in theme", theme.id()), Initiative.class);
    }

    public Listing<Experiment> testing(Initiative initiative) {
        return under(Facet.of("tests", initiative.id()), Experiment.class);
    }

    public Listing<KeyResult> measuring(Objective objective) {
        return under(Facet.of("measures", objective.id()), KeyResult.class);
    }

    /** Objectives that say they support this one. */
    public Listing<Objective> supporting(Objective objective) {
        return under(Facet.of("supports", objective.id()), Objective.class);
    }

    public Listing<Theme> themesOf(Objective objective) {
        return under(Facet.of("theme of", objective.id()), Theme.class);
    }

    public Listing<Workstream> building(Initiative initiative) {
        return under(Facet.of("builds", initiative.id()), Workstream.class);
    }

    /** The workstream that has this key in the issue tracker, whatever the case; the first if several have it. */
    public Optional<Workstream> tracked(String key) {
        return under(Workstream.tracked(key), Workstream.class).stream().findFirst();
    }

    public Listing<Evidence> evidenceFor(Item item) {
        return under(Facet.of("evidence for", item.id()), Evidence.class);
    }

    /** A question by its id, whatever the case. */
    public Optional<Question> question(String id) {
        return placed(id).filter(Question.class::isInstance).map(Question.class::cast);
    }

    /** An id for the next question. Two turns at once get the same one, so that only one of them can use it. */
    public ItemId nextQuestion() {
        return next(Kind.QUESTION);
    }

    /** A free id after those in the series of a kind: I19. As with {@link #nextQuestion} only one of two turns can use it. */
    public ItemId free(Kind kind) {
        return index.free(kind.prefix(), Facet.of("kind", kind));
    }

    /** A free id for a key result of an objective: O2-KR3. */
    public ItemId freeKeyResult(ItemId objective) {
        return index.free(objective.text() + "-" + Kind.KEY_RESULT.prefix(), Facet.of("measures", objective));
    }

    private ItemId next(Kind kind) {
        return index.next(kind.prefix(), all(kind).size());
    }

    /** Questions without an answer; those that most people asked come first, then the older ones. */
    public Listing<Question> openQuestions() {
        Heading first = Heading.first(new Facet(Facet.WAITING, ""));
        Heading last = Heading.last(new Facet(Facet.WAITING, Facet.END));
        return index.between(first, last, Question.class);
    }

    public Listing<Question> questionsAbout(ItemId item) {
        return under(Facet.of("question about", item), Question.class);
    }

    /** Questions with this word; the word in lower case. */
    public Listing<Question> questionsWith(String word) {
        return under(Question.asks(word), Question.class);
    }

    /** What somebody asked, alone or with others. */
    public Listing<Question> questionsBy(PersonId asker) {
        return under(new Facet("asked by", asker.text()), Question.class);
    }

    /** Open questions that wait for somebody's answer. */
    public Listing<Question> questionsFor(PersonId asked) {
        return under(new Facet("asked of", asked.text()), Question.class);
    }

    /** A precedent by its id, whatever the case. */
    public Optional<Precedent> precedent(String id) {
        return placed(id).filter(Precedent.class::isInstance).map(Precedent.class::cast);
    }

    /** An id for the next precedent; as with {@link #nextQuestion} only one of two turns can use it. */
    public ItemId nextPrecedent() {
        return next(Kind.PRECEDENT);
    }

    /** What was recorded last about work that is called so, whatever the case and punctuation; text without words is none. */
    public Optional<Precedent> precedentOf(String text) {
        return Words.of(text).isEmpty()
                ? Optional.empty()
                : under(Precedent.called(text), Precedent.class).stream()
                        .filter(precedent -> precedent.isOf(text))
                        .max(Comparator.comparing(Precedent::on).thenComparing(Precedent::id));
    }

    /** Work that is recorded as serving the objective or one of its key results. */
    public Listing<Precedent> precedentsFor(Objective objective) {
        return under(Precedent.forObjective(objective.id()), Precedent.class);
    }

    /** Something beside the roadmap by its id, whatever the case. */
    public <T extends Item> Optional<T> beside(String id, Class<T> type) {
        return placed(id).filter(type::isInstance).map(type::cast);
    }

    /** When and where each team is nudged. */
    public Listing<Schedule> schedules() {
        return all(Kind.SCHEDULE, Schedule.class);
    }

    /** What is set up for a team; the first if two persons did so at once. */
    public Optional<Schedule> schedule(Schedule.Ritual ritual, Team team) {
        return under(Schedule.of(ritual, team.id()), Schedule.class).stream().findFirst();
    }

    /** What a team answered in a week such as {@code 2026-W47}. */
    public Listing<Alignment> alignment(Team team, String week) {
        return under(Alignment.in(team.id(), week), Alignment.class);
    }

    /** Days off of everybody, or of one team. */
    public Listing<DaysOff> daysOff(Optional<Team> team) {
        return under(DaysOff.of(team.map(Team::id)), DaysOff.class);
    }

    /** Where requests are shown that are filed. */
    public Optional<IntakeChannel> intake() {
        return under(IntakeChannel.all(), IntakeChannel.class).stream().findFirst();
    }

    /** What waits to be told since a day, or was told meanwhile; the oldest first. */
    public Listing<News> newsSince(LocalDate day) {
        return under(News.since(day).name(), News.since(day).value(), Facet.END, News.class);
    }

    /** What teams are asked, and nobody has counted yet. */
    public Listing<Pulse> openPulses() {
        return under(Pulse.open(), Pulse.class);
    }

    /** What a team was asked, the oldest first. */
    public List<Pulse> pulses(Team team) {
        return under(Pulse.of(team.id()), Pulse.class).stream()
                .sorted(Comparator.comparing(Pulse::month))
                .toList();
    }

    /** Changes that are passed on since a day, the oldest first. */
    public Listing<Cascade> cascadesSince(LocalDate day) {
        return under(Cascade.since(day).name(), Cascade.since(day).value(), Facet.END, Cascade.class);
    }

    /** Changes of an item that were passed on. */
    public Listing<Cascade> cascadesOf(ItemId item) {
        return under(Facet.of("passed on", item), Cascade.class);
    }

    /** When quarters begin, and whether reviews are reminded of; empty if nobody set it. */
    public Optional<Quarters> quarters() {
        return under(Quarters.all(), Quarters.class).stream().findFirst();
    }

    /** Somebody's review of a quarter, as far as it has come. */
    public Optional<Review> review(PersonId person, Quarter quarter) {
        return under(Review.of(person, quarter), Review.class).stream().findFirst();
    }

    public Listing<Review> reviewsOf(PersonId person) {
        return under(Review.of(person), Review.class);
    }

    /** Reviews that found something of an initiative. */
    public Listing<Review> reviewing(Initiative initiative) {
        return under(Facet.of("reviewed", initiative.id()), Review.class);
    }

    /** Reviews that should have found something of an initiative when their quarter was over, and have not. */
    public Listing<Review> notConfirming(Initiative initiative) {
        return under(Review.without(initiative.id()), Review.class);
    }

    /** An id for the next of a kind beside the roadmap; as with {@link #nextQuestion} only one of two turns can use it. */
    public ItemId nextBeside(Kind kind) {
        return next(kind);
    }

    /** Open proposals that wait for somebody. */
    public Listing<Proposal> proposalsTo(PersonId person) {
        return under(new Facet("proposed to", person.text()), Proposal.class);
    }

    /** Open proposals that wait for whoever may accept them. */
    public Listing<Proposal> proposalsToAnybody() {
        return under(new Facet("proposed to", ""), Proposal.class);
    }

    /** What somebody proposed, whatever became of it. */
    public Listing<Proposal> proposalsBy(PersonId author) {
        return under(new Facet("proposed by", author.text()), Proposal.class);
    }

    public Listing<Proposal> openProposalsBy(PersonId author) {
        return under(new Facet("still proposed by", author.text()), Proposal.class);
    }

    public Listing<Proposal> openProposalsFor(Item item) {
        return under(Facet.of("proposed for", item.id()), Proposal.class);
    }

    /** Initiatives that last came into Now against the gate, or in place of another. */
    public Listing<Initiative> enteredOutOfTurn() {
        return under(new Facet("entered out of turn", ""), Initiative.class);
    }

    /** Requests that wait for a decision; those that most people want come first, then the older ones. */
    public Listing<FeatureRequest> openRequests() {
        return under(Facet.OPEN_REQUEST, "", Facet.END, FeatureRequest.class);
    }

    public Listing<FeatureRequest> requests() {
        return all(Kind.REQUEST, FeatureRequest.class);
    }

    /** What somebody filed or joined. */
    public Listing<FeatureRequest> requestsBy(PersonId person) {
        return under(new Facet("requested by", person.text()), FeatureRequest.class);
    }

    /** Whose problem a customer's is, whatever the case of the name. */
    public Listing<FeatureRequest> requestsOfCustomer(String name) {
        return under(FeatureRequest.customer(name), FeatureRequest.class);
    }

    /** Open requests that wait for a PM. */
    public Listing<FeatureRequest> requestsTo(PersonId pm) {
        return under(new Facet("request to", pm.text()), FeatureRequest.class);
    }

    /** Open requests that wait for whoever of the PMs decides. */
    public Listing<FeatureRequest> requestsToAnybody() {
        return under(new Facet("request to", ""), FeatureRequest.class);
    }

    /** Requests that should move an objective or a key result, or that became an initiative. */
    public Listing<FeatureRequest> requestsFor(Item item) {
        return under(Facet.of("request for", item.id()), FeatureRequest.class);
    }

    /** Open requests that would take an initiative out of Now. */
    public Listing<FeatureRequest> requestsInsteadOf(Initiative initiative) {
        return under(Facet.of("request instead of", initiative.id()), FeatureRequest.class);
    }

    /** The request that a card was sent as. */
    public Optional<FeatureRequest> requestSentWith(String card) {
        return under(new Facet("request sent with", card), FeatureRequest.class).stream()
                .findFirst();
    }

    /** Requests with this word; the word in lower case. */
    public Listing<FeatureRequest> requestsWith(String word) {
        return under(FeatureRequest.asks(word), FeatureRequest.class);
    }

    public Listing<Receipt> decisions() {
        return all(Kind.DECISION, Receipt.class);
    }

    public Listing<Receipt> decisionsOn(FeatureRequest request) {
        return under(Facet.of("decision on", request.id()), Receipt.class);
    }

    /** Decisions that made an initiative or moved it. */
    public Listing<Receipt> decisionsAbout(Initiative initiative) {
        return under(Facet.of("decision about", initiative.id()), Receipt.class);
    }

    public Listing<Receipt> decisionsBy(PersonId decider) {
        return under(new Facet("decided by", decider.text()), Receipt.class);
    }

    /** Decisions that wait for somebody's agreement. */
    public Listing<Receipt> decisionsWaitingFor(PersonId person) {
        return under(new Facet("decision waits for", person.text()), Receipt.class);
    }

    /** Decisions that wait for somebody's agreement, or for what they decide to be complete. */
    public Listing<Receipt> pendingDecisions() {
        return under(new Facet("decision is", "pending"), Receipt.class);
    }

    /** Decisions that their tripwire brought back. */
    public Listing<Receipt> reopenedDecisions() {
        return under(new Facet("decision is", "reopened"), Receipt.class);
    }

    /** Decisions about something with this word; the word in lower case. */
    public Listing<Receipt> decisionsWith(String word) {
        return under(Receipt.decides(word), Receipt.class);
    }

    /** Decisions that a key result may bring back. */
    public Listing<Receipt> wiredTo(ItemId keyResult) {
        return under(Facet.of("tripwire on", keyResult), Receipt.class);
    }

    /** Decisions that some key result may bring back. */
    public Listing<Receipt> wiredToAnything() {
        return under("tripwire on", "", Facet.END, Receipt.class);
    }

    /** Decisions that a day up to this one brings back, the earliest first. */
    public Listing<Receipt> wiredUpTo(LocalDate day) {
        return under(Facet.TRIPWIRE_BY, "", day.toString(), Receipt.class);
    }

    /** Initiatives and workstreams with a flag that nobody has settled. */
    public Listing<Item> flagged() {
        return under(new Facet("flagged", ""), Item.class);
    }

    /** Those that somebody owns. */
    public Listing<Item> flaggedOf(PersonId owner) {
        return under(new Facet("flagged of", owner.text()), Item.class);
    }

    public Listing<Watch> watching(ItemId item) {
        return under(Facet.of("watched", item), Watch.class);
    }

    public Listing<Watch> watchedBy(PersonId person) {
        return under(new Facet("watched by", person.text()), Watch.class);
    }

    public Listing<Share> shares() {
        return all(Kind.SHARE, Share.class);
    }

    /** Evidence with this source, whatever the case. */
    public Listing<Evidence> evidenceFrom(String source) {
        return under(Evidence.from(source), Evidence.class);
    }

    public Listing<Item> all(Kind kind) {
        return all(kind, Item.class);
    }

    /** Items with this word in their title; the word in lower case. */
    public Listing<Item> titled(String word) {
        return under(new Facet(Heading.WORD, word), Item.class);
    }

    /** Items that have this word in what they {@linkplain Item#refusals say will not be done}; the word in lower case. */
    public Listing<Item> refusing(String word) {
        return under(new Facet(Heading.REFUSED, word), Item.class);
    }

    /** The words of all titles that begin so, each once. */
    public Stream<String> titleWords(String beginning) {
        return index.values(new Facet(Heading.WORD, beginning));
    }

    private <T extends Item> Listing<T> all(Kind kind, Class<T> type) {
        return under(Facet.of("kind", kind), type);
    }

    private <T extends Item> Listing<T> under(Facet facet, Class<T> type) {
        return index.between(Heading.first(facet), Heading.last(facet), type);
    }

    private <T extends Item> Listing<T> under(String name, String first, String last, Class<T> type) {
        return index.between(Heading.first(new Facet(name, first)), Heading.last(new Facet(name, last)), type);
    }
}
