package throughline.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import throughline.core.assistant.AskingFigures;
import throughline.core.assistant.AskingOwners;
import throughline.core.assistant.AskingPulse;
import throughline.core.assistant.Assistant;
import throughline.core.assistant.Bot;
import throughline.core.assistant.Daily;
import throughline.core.assistant.Intakes;
import throughline.core.assistant.PassingOn;
import throughline.core.assistant.Reminders;
import throughline.core.assistant.Returns;
import throughline.core.assistant.ReviewReminders;
import throughline.core.assistant.Rounds;
import throughline.core.assistant.StoppedNudges;
import throughline.core.assistant.TellingSync;
import throughline.core.assistant.Unasked;
import throughline.core.assistant.WaitingNews;
import throughline.core.conversation.Clockwork;
import throughline.core.conversation.Dialogues;
import throughline.core.conversation.Ids;
import throughline.core.conversation.Inbox;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Messenger;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.TimeMark;
import throughline.core.conversation.TurnStore;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Arrivals;
import throughline.core.delivery.Carrier;
import throughline.core.delivery.Chronicle;
import throughline.core.delivery.DeadLetters;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.Dispatch;
import throughline.core.delivery.Operations;
import throughline.core.delivery.Schedule;
import throughline.core.delivery.Sender;
import throughline.core.delivery.Senders;
import throughline.core.delivery.StoreTime;
import throughline.core.delivery.Sweep;
import throughline.core.delivery.Sweeps;
import throughline.core.delivery.Tally;
import throughline.core.delivery.Waits;
import throughline.core.interchange.Documents;
import throughline.core.question.Language;
import throughline.core.question.Loading;
import throughline.core.question.Phrasing;
import throughline.core.question.Recall;
import throughline.core.ritual.Calendars;
import throughline.core.ritual.Occasion;

/** The only place that constructs the core. */
@Factory
final class Wiring {
    @Singleton
    Assistant assistant(Language language, Recall recall, Phrasing phrasing, Unasked unasked) {
        return new Assistant(language, recall, phrasing, unasked);
    }

    /** Asks the store once something is asked about: answers are worked out without one as well. */
    @Singleton
    Unasked unasked(
            Operations operations,
            BeanProvider<Schedule> plans,
            BeanProvider<Arrivals> arrivals,
            BeanProvider<Holidays> holidays) {
        Chronicle chronicle = new Chronicle(
                () -> plans.get().diaries(), parcel -> arrivals.get().find(parcel));
        return new Unasked(operations, chronicle, () -> holidays.get().days());
    }

    @Singleton
    Dialogues dialogues() {
        return Assistant.dialogues();
    }

    @Singleton
    Bot.Stores stores(
            TurnStore turns, Inbox inbox, Outbox outbox, DeadLetters letters, Schedule plans, MeterRegistry registry) {
        TurnStore counting = new CountingStore(turns, registry);
        return new Bot.Stores(Reminders.noting(counting, plans), inbox, outbox, letters);
    }

    /** The time is no bean of its own: the framework would take it for its own. */
    @Singleton
    Bot.Surroundings surroundings(Settings settings, TimeMark mark, Ids ids, RandomGenerator random) {
        InstantSource time = switch (settings.clock()) {
            case SYSTEM -> InstantSource.system();
            case SETTABLE -> marked(mark);
        };
        return new Bot.Surroundings(
                time, ids, new Jitter(random, length -> Thread.sleep(length.toMillis())), settings.admins());
    }

    /** Is no {@link Listener} to others: they are heard through the gate. */
    @Singleton
    @Bean(typed = Bot.class)
    Bot bot(Assistant assistant, Bot.Stores stores, List<Messenger> messengers, Bot.Surroundings surroundings) {
        return new Bot(assistant, stores, messengers, surroundings);
    }

    @Singleton
    Readiness readiness() {
        return new Readiness();
    }

    @Singleton
    Health health(Readiness readiness, BeanProvider<TurnStore> store, Loading language, BeanProvider<Skew> skew) {
        return new Health(readiness, store::get, language, () -> skew.get().problem());
    }

    @Singleton
    Waits waits(Settings settings) {
        return settings.waits();
    }

    @Singleton
    Skew skew(StoreTime store, MeterRegistry registry) {
        Skew skew = new Skew(store, InstantSource.system());
        Gauge.builder(
                        "throughline.delivery.skew",
                        skew,
                        measured -> measured.last().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How far the store's clock is ahead of this machine's")
                .register(registry);
        return skew;
    }

    @Singleton
    Tally tally(MeterRegistry registry) {
        return new MeteredTally(registry);
    }

    @Singleton
    Dispatch dispatch(
            Deliveries deliveries,
            Allowances allowances,
            List<Carrier> carriers,
            Waits waits,
            Dispatch.Surroundings surroundings) {
        return new Dispatch(deliveries, allowances, carriers, waits, surroundings);
    }

    @Singleton
    Dispatch.Surroundings dispatching(
            Bot.Surroundings surroundings, RandomGenerator random, Tally tally, Sender sender) {
        return new Dispatch.Surroundings(surroundings.clock(), random::nextDouble, Wiring::sleep, tally, sender);
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Singleton
    Sweep sweep(Sweeps sweeps, Allowances allowances, List<Carrier> carriers, Tally tally) {
        return new Sweep(sweeps, allowances, carriers, tally);
    }

    /** Made before there is a store, since answers that need none are worked out without one. */
    @Singleton
    Operations operations(BeanProvider<Plant> plant, MeterRegistry registry) {
        for (DeadLetters.State state : DeadLetters.State.values()) {
            Gauge.builder("throughline.delivery.letters", () -> plant.get().count(state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Messages that nobody sends until an operator decides")
                    .register(registry);
        }
        Gauge.builder(
                        "throughline.delivery.waiting",
                        () -> plant.get().delayed().size())
                .description("Messages that are tried again later")
                .register(registry);
        Gauge.builder("throughline.delivery.unsent", () -> plant.get().unsent())
                .description("Answers that nobody took within a minute")
                .register(registry);
        return () -> plant.get().report();
    }

    @Singleton
    Plant plant(DeadLetters letters, Deliveries deliveries, Outbox outbox, Schedule plans, Skew skew, StoreTime store) {
        return new Plant(letters, deliveries, outbox, plans, skew, store);
    }

    /** Read at the start, so that a file which is no calendar is told then; where nothing is set, there is no start. */
    @Context
    @Requires(beans = Settings.class)
    Holidays holidays(Settings settings, Calendars calendars) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new Holidays(settings.calendar()
                .map(file -> new CalendarFile(file).daysOff(calendars, today))
                .orElse(Set.of()));
    }

    /** Days off of everybody. */
    record Holidays(Set<LocalDate> days) {}

    @Singleton
    Rounds.Ports ports(TurnStore turns, Outbox outbox, Schedule plans, Arrivals arrivals, Holidays holidays) {
        return new Rounds.Ports(turns, outbox, plans, arrivals, holidays.days());
    }

    @Singleton
    @Bean(typed = Rounds.class)
    Rounds rounds(Rounds.Ports ports, List<Messenger> messengers, Bot.Surroundings surroundings) {
        return new Rounds(ports, messengers, surroundings.clock());
    }

    @Singleton
    Returns returns(Rounds.Ports ports, List<Messenger> messengers, Bot.Surroundings surroundings) {
        return new Returns(ports, messengers, surroundings.clock());
    }

    @Singleton
    Intakes intakes(Rounds.Ports ports, List<Messenger> messengers, Bot.Surroundings surroundings) {
        return new Intakes(ports, messengers, surroundings.clock());
    }

    @Singleton
    Reminders reminders(Rounds.Ports ports, Bot.Surroundings surroundings) {
        return new Reminders(ports, surroundings.clock());
    }

    /** All that persons are told unasked; each kind is listed here. */
    @Singleton
    Occasions occasions(Reminders reminders, Language language, Recall recall, Phrasing phrasing) {
        return new Occasions(List.of(
                new WaitingNews(),
                new ReviewReminders(),
                new AskingFigures(),
                new AskingOwners(),
                new PassingOn(),
                new AskingPulse(language, recall, phrasing),
                new TellingSync(),
                new StoppedNudges(),
                reminders));
    }

    /** Kinds of what persons are told unasked. */
    record Occasions(List<Occasion> all) {}

    @Singleton
    @Bean(typed = Daily.class)
    Daily daily(Rounds.Ports ports, List<Messenger> messengers, Bot.Surroundings surroundings, Occasions occasions) {
        return new Daily(ports, messengers, surroundings.clock(), occasions.all());
    }

    @Singleton
    @Bean(typed = Sender.class)
    Sender sender(Rounds rounds, Daily daily) {
        return new Senders(List.of(rounds, daily));
    }

    @Singleton
    Deliver deliver(Settings settings, Dispatch dispatch, Sweep sweep) {
        return new Deliver(dispatch, sweep, settings.clock() == Settings.Time.SETTABLE);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Delivering delivering(Dispatch dispatch) {
        return new Delivering(dispatch);
    }

    @Singleton
    PrometheusMeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Singleton
    Listener listener(Bot bot, Readiness readiness, MeterRegistry registry) {
        return new MeasuredListener(new Gate(readiness, bot), registry);
    }

    @Singleton
    FirstImport firstImport(TurnStore store, Documents documents, Bot.Surroundings surroundings) {
        return new FirstImport(store, documents, surroundings.ids(), surroundings.clock());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Ticker ticker(Bot bot, Preparation preparation, Proactive proactive, Deliver deliver, Skew skew) {
        List<Duty> duties = new ArrayList<>(List.of(new CatchUp(bot), preparation));
        duties.addAll(proactive.duties());
        duties.addAll(List.of(deliver, skew));
        return new Ticker(duties, Ticker.BEAT);
    }

    /** What is said unasked. */
    record Proactive(List<Duty> duties) {}

    @Singleton
    Proactive proactive(Rounds rounds, Returns returns, Reminders reminders, Intakes intakes, Daily daily) {
        return new Proactive(List.of(
                new MakeRounds(rounds),
                new BringBack(returns),
                new TellDay(daily),
                new Remind(reminders),
                new ShowRequests(intakes)));
    }

    @Singleton
    Preparation preparation(
            TurnStore store,
            Language language,
            Assistant assistant,
            List<Messenger> messengers,
            Bot.Surroundings surroundings) {
        return new Preparation(store, language, new Rehearsal(assistant, messengers, surroundings.clock()));
    }

    @Singleton
    Clockwork clock(Settings settings, TimeMark mark, Ticker ticker) {
        return switch (settings.clock()) {
            case SYSTEM -> new RealClock(InstantSource.system());
            case SETTABLE -> new SettableClock(marked(mark), ticker);
        };
    }

    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Singleton
    Ids ids(RandomGenerator random) {
        return new RandomIds(random);
    }

    private static MarkedTime marked(TimeMark mark) {
        return new MarkedTime(mark, InstantSource.system());
    }
}
