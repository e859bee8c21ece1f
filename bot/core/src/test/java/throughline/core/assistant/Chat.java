package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.PlainText;
import throughline.core.conversation.Commit;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.TurnStore;
import throughline.core.delivery.Chronicle;
import throughline.core.delivery.DeadLetters;
import throughline.core.delivery.Operations;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.question.Intent;
import throughline.core.question.Language;
import throughline.core.question.Meaning;
import throughline.core.question.NoPhrasing;
import throughline.core.question.Phrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Stamp;

/** A chat with the bot about Acme's roadmap, on stores in memory. */
final class Chat {
    static final Instant NOW = Acme.NOW;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Reply> drawn = new java.util.HashMap<>();
    java.util.Set<Account> admins = java.util.Set.of();
    private List<Posting> answers = List.of();

    /** What the bot has of a model; none as long as it is being loaded. */
    Language language = new WordLanguage();

    /** What the bot has learned of how people ask; nothing, as before it is loaded. */
    Phrasing phrasing = new NoPhrasing();

    /** How deliveries go; nothing is delivered, unless a test does. */
    Operations operations = Operations.NONE;

    /** What was said unasked; nothing, unless a test says it. */
    Chronicle chronicle = Chronicle.BLANK;

    java.util.Set<LocalDate> holidays = java.util.Set.of();

    final Letters letters = new Letters();

    /** Notes what was decided. */
    static final class Letters implements DeadLetters {
        final List<String> decided = new ArrayList<>();

        @Override
        public List<DeadLetter> newest(int most) {
            return List.of();
        }

        @Override
        public boolean retry(String id) {
            return decided.add("retry " + id);
        }

        @Override
        public boolean discard(String id) {
            return decided.add("discard " + id);
        }
    }

    final InMemoryStore store;
    final Voice speaker = new Voice(Account.LOCAL);
    final Bot bot;

    private final AtomicReference<Instant> now;

    Chat() {
        this(new AtomicReference<>(NOW));
        List<Change> facts = new ArrayList<>(Acme.facts().changes());
        List<Person> people = Acme.people().stream().toList();
        people.forEach(person -> facts.add(new Change.PersonTouched(person.id())));
        store.commit(new Commit(
                Optional.empty(),
                store.load("").version(),
                java.util.Set.of(Change.ORIGIN),
                Optional.of(new ChangeSet(Acme.IMPORTED, Optional.empty(), facts)),
                people,
                "",
                "",
                Optional.empty(),
                List.of()));
    }

    /** A chat before anything is on the roadmap. */
    static Chat withoutRoadmap() {
        return new Chat(new AtomicReference<>(NOW));
    }

    private Chat(AtomicReference<Instant> now) {
        this.now = now;
        this.store = new InMemoryStore(now::get);
        this.bot = bot(store);
    }

    /** The same chat, some time later. */
    Chat after(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        return this;
    }

    Instant now() {
        return now.get();
    }

    /** Something that is recorded now, though nobody says it here. */
    Chat record(PersonId by, String why, Change... facts) {
        store.commit(new Commit(
                Optional.empty(),
                store.load("").version(),
                java.util.Set.of(),
                Optional.of(new ChangeSet(new Stamp(now.get(), by, "local:#growth"), Optional.of(why), List.of(facts))),
                List.of(),
                "",
                "",
                Optional.empty(),
                List.of()));
        return this;
    }

    /** Gives somebody a role more. */
    Chat promote(PersonId id, Role role) {
        return write(store.load("").people().find(id).orElseThrow().with(role));
    }

    /** Replaces somebody's record. */
    Chat write(Person person) {
        store.commit(new Commit(
                Optional.empty(),
                store.load("").version(),
                java.util.Set.of(),
                Optional.of(new ChangeSet(
                        new Stamp(now.get(), PersonId.BOT, ""),
                        Optional.empty(),
                        List.of(new Change.PersonTouched(person.id())))),
                List.of(person),
                "",
                "",
                Optional.empty(),
                List.of()));
        return this;
    }

    Bot bot(TurnStore turns) {
        return bot(turns, speaker);
    }

    Bot bot(TurnStore turns, Messenger... messengers) {
        return new Bot(
                new Assistant(
                        text -> language.meaning(text),
                        new WordRecall(),
                        new Changing(),
                        new Unasked(
                                () -> operations.report(),
                                new Chronicle(
                                        () -> chronicle.diaries().get(),
                                        parcel -> chronicle.arrivals().find(parcel)),
                                () -> holidays)),
                new Bot.Stores(turns, store.inbox(), store.outbox(), letters),
                List.of(messengers),
                new Bot.Surroundings(now::get, () -> "id" + ids.incrementAndGet(), attempt -> {}, admins));
    }

    /** Speaks into a list, and can be cut off. */
    class Voice implements Messenger {
        private final String platform;
        final List<Posting> said = new ArrayList<>();
        final java.util.Set<String> away = new java.util.HashSet<>();
        Place.Reach reach = Place.Reach.INTERNAL;
        Optional<String> called = Optional.empty();
        final List<String> taken = new ArrayList<>();
        boolean cutOff;
        boolean isFoundAgain;
        String unspeakable = "";

        Voice(String platform) {
            this.platform = platform;
        }

        @Override
        public String platform() {
            return platform;
        }

        @Override
        public Optional<Place> direct(Account account, Place near) {
            boolean isHere = account.platform().equals(platform()) && !away.contains(account.id());
            return isHere
                    ? Optional.of(new Place(platform(), "dm:" + account.id(), Optional.empty(), Place.Reach.DIRECT))
                    : Optional.empty();
        }

        @Override
        public Place inspect(Place place) {
            return place.with(reach).called(called);
        }

        @Override
        public String draw(Reply reply, String id) {
            String text = PlainText.of(reply.card());
            if (!unspeakable.isEmpty() && text.startsWith(unspeakable)) {
                throw new IllegalStateException("cannot be drawn");
            }
            drawn.put(text, reply);
            return text;
        }

        @Override
        public void taken(Incoming form) {
            taken.add(((Input.Tapped) form.input()).message());
        }

        @Override
        public boolean isFoundAgain(Posting posting) {
            return isFoundAgain;
        }

        @Override
        public void post(Posting posting) {
            if (cutOff) {
                throw new IllegalStateException("cut off");
            }
            if (said.stream().noneMatch(earlier -> earlier.id().equals(posting.id()))) {
                said.add(posting);
            }
        }
    }

    /** The phrasing that the chat has at the moment. */
    private final class Changing implements Phrasing {
        @Override
        public boolean knows(String word) {
            return phrasing.knows(word);
        }

        @Override
        public Map<Intent, Double> intents(List<String> sentence, Meaning meaning) {
            return phrasing.intents(sentence, meaning);
        }

        @Override
        public double productMatter(Meaning meaning) {
            return phrasing.productMatter(meaning);
        }
    }

    /** What the bot says to a message in a direct conversation. */
    String ask(String person, String text) {
        return hear(person, "dm:" + person, new Input.Said(text, Input.Manner.OPEN));
    }

    String ask(String person, String channel, String text) {
        return hear(person, channel, new Input.Said(text, Input.Manner.OPEN));
    }

    String command(String person, String channel, String text) {
        return hear(person, channel, new Input.Said(text, Input.Manner.COMMAND));
    }

    String tap(String person, String label) {
        Button button = last().card().buttons().stream()
                .filter(candidate -> candidate.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button “" + label + "” on the last card"));
        return tap(person, button.action(), button.value(), Map.of());
    }

    String tap(String person, String action, String value, Map<String, List<String>> inputs) {
        return hear(person, "dm:" + person, new Input.Tapped(action, value, "", inputs));
    }

    /** The last thing that was said to the person who wrote last. */
    Reply last() {
        return drawn.get(answers.get(answers.size() - 1).payload());
    }

    /** What was drawn so. */
    Reply drawn(String payload) {
        return drawn.get(payload);
    }

    /** What somebody was told in the own conversation, answers to others not included. */
    List<String> told(String person) {
        return speaker.said.stream()
                .filter(posting -> posting.place().channel().equals("dm:" + person))
                .map(Posting::payload)
                .toList();
    }

    /** What waits to be told to somebody with the message of a day, as it would be told then. */
    List<String> waiting(String person) {
        return waitingCards(person).stream().map(PlainText::of).toList();
    }

    List<Card> waitingCards(String person) {
        Snapshot snapshot = store.load("");
        return snapshot.roadmap().newsSince(LocalDate.MIN.withYear(1)).stream()
                .filter(news -> snapshot.people()
                        .find(Account.local(person))
                        .filter(found -> found.id().equals(news.to()))
                        .isPresent())
                .map(news -> WaitingNews.section(news, snapshot.people()))
                .map(section -> new Card(section.headline(), section.blocks()))
                .toList();
    }

    /** The card that somebody was shown last in the own conversation. */
    Reply lastTold(String person) {
        List<String> told = told(person);
        return drawn.get(told.get(told.size() - 1));
    }

    Incoming incoming(String person, String channel, Input input) {
        Place.Reach reach = channel.startsWith("dm:") ? Place.Reach.DIRECT : Place.Reach.INTERNAL;
        return new Incoming(
                "delivery" + ids.incrementAndGet(),
                Speaker.member(Account.local(person), person),
                new Place(Account.LOCAL, channel, Optional.empty(), reach),
                input,
                "");
    }

    private String hear(String person, String channel, Input input) {
        return String.join(
                "\n",
                hear(incoming(person, channel, input)).stream()
                        .map(Posting::payload)
                        .toList());
    }

    List<Posting> hear(Incoming incoming) {
        answers = bot.hear(incoming);
        return answers;
    }
}
