package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import throughline.core.conversation.Posting;
import throughline.core.delivery.Allowance;
import throughline.core.delivery.Carrier;
import throughline.core.delivery.Dispatch;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Senders;
import throughline.core.delivery.Sighting;
import throughline.core.delivery.Waits;
import throughline.core.people.Person;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordRecall;
import throughline.core.ritual.Errand;
import throughline.core.ritual.Kept;
import throughline.core.ritual.Occasion;
import throughline.core.ritual.Section;
import throughline.core.ritual.Today;

/** Everything that the bot does by itself, on a chat's clock. */
final class Calendar {
    final Chat chat;
    final InMemoryDeliveries all;
    final Rounds.Ports ports;
    final Rounds rounds;
    final Returns returns;
    final Reminders reminders;
    final Daily daily;
    final Mail mail = new Mail();

    /** Hears of everything that is wanted to be told, at each look. */
    Consumer<List<Errand>> wanted = errands -> {};

    private final Dispatch dispatch;

    Calendar(Chat chat) {
        this(chat, List.of());
    }

    /** With more kinds of what persons are told. */
    Calendar(Chat chat, List<Occasion> more) {
        this.chat = chat;
        this.all = new InMemoryDeliveries(chat::now, Waits.USUAL);
        this.ports = new Rounds.Ports(chat.store, chat.store.outbox(), all, all, Set.of());
        this.rounds = new Rounds(ports, List.of(chat.speaker), chat::now);
        this.returns = new Returns(ports, List.of(chat.speaker), chat::now);
        this.reminders = new Reminders(ports, chat::now);
        this.daily = daily(more);
        this.dispatch = new Dispatch(
                all,
                all,
                List.of(mail),
                Waits.USUAL,
                new Dispatch.Surroundings(
                        chat::now, () -> 0, chat::after, event -> {}, new Senders(List.of(rounds, daily))));
    }

    /** One more bot on the same stores. */
    Daily daily(List<Occasion> more) {
        List<Occasion> occasions = new ArrayList<>(List.of(
                new WaitingNews(),
                new ReviewReminders(),
                new AskingFigures(),
                new AskingOwners(),
                new PassingOn(),
                new AskingPulse(text -> chat.language.meaning(text), new WordRecall(), new NoPhrasing()),
                new TellingSync(),
                new StoppedNudges(),
                reminders));
        occasions.addAll(more);
        return new Daily(
                ports,
                List.of(chat.speaker),
                chat::now,
                occasions.stream().map(this::overheard).toList());
    }

    private Occasion overheard(Occasion occasion) {
        return new Occasion() {
            @Override
            public List<Errand> errands(Today today) {
                List<Errand> errands = occasion.errands(today);
                wanted.accept(errands);
                return errands;
            }

            @Override
            public Optional<Section> settled(String part, Person person, Today today) {
                return occasion.settled(part, person, today);
            }

            @Override
            public List<Kept> keep(Today today) {
                return occasion.keep(today);
            }
        };
    }

    /** One beat: everything that is due is made and sent. */
    void beat() {
        rounds.run();
        returns.run();
        daily.run();
        reminders.run();
        deliver();
    }

    void deliver() {
        while (dispatch.next()) {
            // The next one.
        }
    }

    void at(String moment) {
        at(Instant.parse(moment));
    }

    void at(Instant moment) {
        chat.after(Duration.between(chat.now(), moment));
        beat();
    }

    /** The messages of days that somebody got, oldest first. */
    List<String> days(String person) {
        return postings(person).stream().map(Posting::payload).toList();
    }

    List<Posting> postings(String person) {
        return chat.speaker.said.stream()
                .filter(posting -> posting.id().startsWith(Daily.RITUAL))
                .filter(posting -> posting.place().channel().equals("dm:" + person))
                .toList();
    }

    /** What stands in the place of the last of them; itself while nothing does. */
    String standing(String person) {
        List<Posting> days = postings(person);
        Posting last = days.get(days.size() - 1);
        return chat.speaker.said.stream()
                .filter(posting -> posting.replaces().equals(last.id()))
                .reduce((earlier, later) -> later)
                .orElse(last)
                .payload();
    }

    /** The last of them, to be tapped on. */
    String tapDay(String person, String label) {
        List<Posting> days = postings(person);
        String value = chat.drawn(days.get(days.size() - 1).payload()).card().buttons().stream()
                .filter(button -> button.label().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button “" + label + "”"))
                .value();
        return chat.tap(person, Actions.ASK, value, java.util.Map.of());
    }

    /** Sends into the chat what it gets, or refuses what is for channels. */
    final class Mail implements Carrier {
        Optional<Outcome> answer = Optional.empty();

        @Override
        public String platform() {
            return chat.speaker.platform();
        }

        @Override
        public List<Allowance> toSend(Posting posting) {
            return List.of();
        }

        @Override
        public List<Allowance> toLook(Posting posting) {
            return List.of();
        }

        @Override
        public Outcome send(Posting posting, Permit permit) {
            if (answer.isPresent() && posting.place().channel().startsWith("#")) {
                return answer.get();
            }
            chat.speaker.post(posting);
            return new Outcome.Accepted(posting.id());
        }

        @Override
        public Sighting look(Posting posting, Instant since, Permit permit) {
            return new Sighting.Absent();
        }

        @Override
        public Outcome takeBack(Posting posting, String id, Permit permit) {
            return new Outcome.Accepted(id);
        }

        @Override
        public Outcome update(Posting posting, String id) {
            return new Outcome.Accepted(id);
        }
    }
}
