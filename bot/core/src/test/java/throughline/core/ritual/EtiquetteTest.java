package throughline.core.ritual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.people.PersonId;
import throughline.core.roadmap.ItemId;

class EtiquetteTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final PersonId ANA = new PersonId("p7");
    private static final PersonId BEN = new PersonId("p8");
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25));

    /** Wednesday 18 November 2026 unless a row says otherwise. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # situation                        | now              | off   | snoozed    | item       | unanswered | told             | verdict
                    in working hours                   | 2026-11-18T11:00 | false | -          | -          | 0          | -                | say
                    as the day begins                  | 2026-11-18T08:00 | false | -          | -          | 0          | -                | 2026-11-18T09:30
                    at the morning’s word              | 2026-11-18T09:30 | false | -          | -          | 0          | -                | say
                    before work                        | 2026-11-18T07:59 | false | -          | -          | 0          | -                | 2026-11-18T09:30
                    after work                         | 2026-11-18T18:00 | false | -          | -          | 0          | -                | 2026-11-19T09:30
                    on Friday evening                  | 2026-11-20T20:00 | false | -          | -          | 0          | -                | 2026-11-23T09:30
                    on Sunday                          | 2026-11-22T11:00 | false | -          | -          | 0          | -                | 2026-11-23T09:30
                    on a holiday                       | 2026-12-24T11:00 | false | -          | -          | 0          | -                | 2026-12-28T09:30
                    the evening before holidays        | 2026-12-23T19:00 | false | -          | -          | 0          | -                | 2026-12-28T09:30
                    told an hour ago                   | 2026-11-18T11:00 | false | -          | -          | 0          | 2026-11-18T10:00 | 2026-11-19T09:30
                    told early, asked before work      | 2026-11-18T07:00 | false | -          | -          | 0          | 2026-11-18T00:10 | 2026-11-19T09:30
                    told yesterday                     | 2026-11-18T11:00 | false | -          | -          | 0          | 2026-11-17T23:50 | say
                    told on Friday                     | 2026-11-20T11:00 | false | -          | -          | 0          | 2026-11-20T09:30 | 2026-11-23T09:30
                    off                                | 2026-11-18T11:00 | true  | -          | -          | 0          | -                | OFF
                    off and snoozed                    | 2026-11-18T11:00 | true  | 2026-11-25 | -          | 0          | -                | OFF
                    snoozed for a week                 | 2026-11-18T11:00 | false | 2026-11-25 | -          | 0          | -                | 2026-11-25T09:30
                    snoozed until a Saturday           | 2026-11-18T11:00 | false | 2026-11-21 | -          | 0          | -                | 2026-11-23T09:30
                    snoozed until a holiday            | 2026-11-18T11:00 | false | 2026-12-24 | -          | 0          | -                | 2026-12-28T09:30
                    snooze is over today               | 2026-11-18T11:00 | false | 2026-11-18 | -          | 0          | -                | say
                    this item is snoozed               | 2026-11-18T11:00 | false | -          | 2026-11-25 | 0          | -                | 2026-11-25T09:30
                    this item was snoozed              | 2026-11-18T11:00 | false | -          | 2026-11-18 | 0          | -                | say
                    one unanswered                     | 2026-11-18T11:00 | false | -          | -          | 1          | -                | say
                    two unanswered                     | 2026-11-18T11:00 | false | -          | -          | 2          | -                | UNANSWERED
                    two unanswered, on a holiday       | 2026-12-24T11:00 | false | -          | -          | 2          | -                | UNANSWERED
                    off and two unanswered             | 2026-11-18T11:00 | true  | -          | -          | 2          | -                | OFF
                    """)
    void a_person_is_told(
            String situation,
            LocalDateTime now,
            boolean off,
            LocalDate snoozed,
            LocalDate item,
            int unanswered,
            LocalDateTime told,
            String verdict) {
        Etiquette.Person ana = new Etiquette.Person(
                ANA, Working.in(BERLIN).without(HOLIDAYS), wants(off, snoozed, item), past(unanswered, told));
        assertEquals(verdict, words(Etiquette.toPerson(List.of(wish(Wish.Topic.REVIEW)), ana, at(now))));
        // What a person waits for is said whatever the hour.
        assertEquals("say", words(Etiquette.toPerson(List.of(wish(Wish.Topic.AWAITED)), ana, at(now))), situation);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # situation                   | now              | off   | snoozed    | unanswered | set up | general | internal | verdict
                    on Monday at 9:30             | 2026-11-16T09:30 | false | -          | 0          | true   | false   | true     | say
                    caught up in the evening      | 2026-11-16T19:00 | false | -          | 0          | true   | false   | true     | 2026-11-17T09:30
                    a holiday and no time left    | 2026-12-24T09:30 | false | -          | 0          | true   | false   | true     | TOO_LATE
                    on a Saturday                 | 2026-11-21T09:30 | false | -          | 0          | true   | false   | true     | TOO_LATE
                    not set up                    | 2026-11-16T09:30 | false | -          | 0          | false  | false   | true     | NOT_SET_UP
                    not set up, general           | 2026-11-16T09:30 | false | -          | 0          | false  | true    | true     | NOT_SET_UP
                    the general channel           | 2026-11-16T09:30 | false | -          | 0          | true   | true    | true     | GENERAL_CHANNEL
                    outsiders read along          | 2026-11-16T09:30 | false | -          | 0          | true   | false   | false    | OUTSIDERS
                    off                           | 2026-11-16T09:30 | true  | -          | 0          | true   | false   | true     | OFF
                    off in the general channel    | 2026-11-16T09:30 | true  | -          | 0          | true   | true    | true     | GENERAL_CHANNEL
                    snoozed                       | 2026-11-16T09:30 | false | 2026-11-23 | 0          | true   | false   | true     | SNOOZED
                    snooze is over                | 2026-11-23T09:30 | false | 2026-11-23 | 0          | true   | false   | true     | say
                    one unanswered                | 2026-11-16T09:30 | false | -          | 1          | true   | false   | true     | say
                    two unanswered                | 2026-11-16T09:30 | false | -          | 2          | true   | false   | true     | UNANSWERED
                    """)
    void a_channel_is_told(
            String situation,
            LocalDateTime now,
            boolean off,
            LocalDate snoozed,
            int unanswered,
            boolean setUp,
            boolean general,
            boolean internal,
            String verdict) {
        Etiquette.Channel growth = new Etiquette.Channel(
                Working.in(BERLIN).without(HOLIDAYS),
                wants(off, snoozed, null),
                past(unanswered, null),
                setUp,
                general,
                internal);
        Instant until = at(now.toLocalDate().atTime(9, 30)).plus(Rhythm.WEEKLY_CATCH_UP);
        assertEquals(verdict, words(Etiquette.toChannel(wish(Wish.Topic.NUDGE), growth, until, at(now))), situation);
    }

    @Test
    void all_kinds_of_a_day_are_merged_into_one() {
        List<Wish> wishes = Stream.of(Wish.Topic.REVIEW, Wish.Topic.CHECK_IN, Wish.Topic.NEWS)
                .map(EtiquetteTest::wish)
                .toList();
        Verdict verdict = Etiquette.toPerson(wishes, ana(Etiquette.Past.NONE), at("2026-11-18T11:00"));
        assertEquals(wishes, verdict.say());
        Etiquette.Past told = new Etiquette.Past(0, false, Optional.of(at("2026-11-18T11:00")));
        Verdict later = Etiquette.toPerson(wishes, ana(told), at("2026-11-18T15:00"));
        assertEquals(wishes, later.waiting());
    }

    @Test
    void five_of_a_kind_are_enough_for_a_day() {
        List<Wish> wishes = IntStream.range(0, 7)
                .mapToObj(i -> new Wish("c" + i, Wish.Topic.CHECK_IN, Set.of(), List.of()))
                .toList();
        Verdict verdict = Etiquette.toPerson(wishes, ana(Etiquette.Past.NONE), at("2026-11-18T11:00"));
        assertEquals(wishes.subList(0, 5), verdict.say());
        assertEquals(wishes.subList(5, 7), verdict.waiting());
        assertEquals(Optional.of(at("2026-11-19T09:30")), verdict.until());
    }

    @Test
    void eight_parts_are_enough_and_what_matters_more_is_among_them() {
        List<Wish> wishes = Stream.of(Wish.Topic.NEWS, Wish.Topic.CHECK_IN, Wish.Topic.CASCADE)
                .flatMap(topic ->
                        IntStream.range(0, 4).mapToObj(i -> new Wish(topic.name() + i, topic, Set.of(), List.of())))
                .toList();
        Verdict verdict = Etiquette.toPerson(wishes, ana(Etiquette.Past.NONE), at("2026-11-18T11:00"));
        assertEquals(8, verdict.say().size());
        assertEquals(wishes.subList(0, 4), verdict.waiting(), "the news");
    }

    @Test
    void who_acted_is_not_told_and_others_are() {
        Wish news = new Wish("n1", Wish.Topic.NEWS, Set.of(BEN), List.of());
        Wish own = new Wish("n2", Wish.Topic.NEWS, Set.of(ANA), List.of());
        Wish ownAnswer = new Wish("n3", Wish.Topic.AWAITED, Set.of(ANA), List.of());
        Verdict verdict =
                Etiquette.toPerson(List.of(own, news, ownAnswer), ana(Etiquette.Past.NONE), at("2026-11-18T11:00"));
        assertEquals(List.of(news), verdict.say());
        assertEquals(List.of("ACTED", "ACTED"), reasons(verdict));
    }

    @Test
    void the_lead_hears_once_that_nobody_answers() {
        Verdict first = Etiquette.toPerson(
                List.of(wish(Wish.Topic.REVIEW)),
                ana(new Etiquette.Past(2, false, Optional.empty())),
                at("2026-11-18T11:00"));
        assertEquals(true, first.tellsLead());
        Verdict second = Etiquette.toPerson(
                List.of(wish(Wish.Topic.REVIEW)),
                ana(new Etiquette.Past(2, true, Optional.empty())),
                at("2026-11-18T11:00"));
        assertEquals(false, second.tellsLead());
    }

    @Test
    void a_wish_about_more_than_what_is_snoozed_is_said() {
        Wants wants = new Wants(false, Optional.empty(), Map.of(new ItemId("I4"), LocalDate.of(2026, 12, 1)));
        Etiquette.Person ana = new Etiquette.Person(ANA, Working.in(BERLIN), wants, Etiquette.Past.NONE);
        Wish both = new Wish("n1", Wish.Topic.REVIEW, Set.of(), List.of(new ItemId("I4"), new ItemId("I3")));
        Wish all = new Wish("n2", Wish.Topic.REVIEW, Set.of(), List.of());
        assertEquals(
                List.of(both, all),
                Etiquette.toPerson(List.of(both, all), ana, at("2026-11-18T11:00"))
                        .say());
    }

    @Test
    void who_never_works_is_not_told() {
        Set<LocalDate> always =
                LocalDate.of(2026, 11, 1).datesUntil(LocalDate.of(2028, 1, 1)).collect(Collectors.toSet());
        Etiquette.Person ana =
                new Etiquette.Person(ANA, Working.in(BERLIN).without(always), Wants.ALL, Etiquette.Past.NONE);
        assertEquals(
                "NEVER_WORKING",
                words(Etiquette.toPerson(List.of(wish(Wish.Topic.REVIEW)), ana, at("2026-11-18T11:00"))));
    }

    private static Etiquette.Person ana(Etiquette.Past past) {
        return new Etiquette.Person(ANA, Working.in(BERLIN), Wants.ALL, past);
    }

    private static Wants wants(boolean off, LocalDate snoozed, LocalDate item) {
        return new Wants(
                off,
                Optional.ofNullable(snoozed),
                Optional.ofNullable(item)
                        .map(day -> Map.of(new ItemId("I4"), day))
                        .orElse(Map.of()));
    }

    private static Etiquette.Past past(int unanswered, LocalDateTime told) {
        return new Etiquette.Past(unanswered, false, Optional.ofNullable(told).map(EtiquetteTest::at));
    }

    private static Wish wish(Wish.Topic topic) {
        return new Wish(topic.name(), topic, Set.of(BEN), List.of(new ItemId("I4")));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }

    private static List<String> reasons(Verdict verdict) {
        return verdict.dropped().stream().map(one -> one.reason().name()).toList();
    }

    private static String words(Verdict verdict) {
        if (!verdict.say().isEmpty()) {
            return "say";
        }
        return verdict.until()
                .map(until -> until.atZone(BERLIN).toLocalDateTime().toString())
                .orElseGet(() -> String.join(" ", reasons(verdict)));
    }
}
