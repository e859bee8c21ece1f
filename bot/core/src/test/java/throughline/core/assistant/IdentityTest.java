package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Speaker.Standing;
import throughline.core.people.Account;
import throughline.core.people.People;
import throughline.core.people.Person;
import throughline.core.people.Role;

/** Who somebody is, what that allows, and what outsiders see. */
class IdentityTest {
    private static final Pattern CODE = Pattern.compile("account ([A-Z0-9]+-[A-Z0-9]+)");
    private static final Account ELSEWHERE = Account.local("maya.elsewhere");

    private final Chat chat = new Chat();
    private final AtomicInteger deliveries = new AtomicInteger();

    @Test
    void a_code_brings_another_account_in() {
        String code = code("maya");
        String told = chat.ask(ELSEWHERE.id(), "account " + code);
        assertTrue(told.startsWith("You are Maya Lind here now, PM."), told);
        assertEquals("Maya Lind", people().find(ELSEWHERE).orElseThrow().name());
        assertEquals(4, people().size(), "the first word was a code, so nobody new was met");
        assertTrue(chat.ask(ELSEWHERE.id(), "link I12 O2-KR1").contains("serves O2-KR1"));
    }

    @Test
    void somebody_who_has_talked_before_keeps_that_record_without_the_account() {
        chat.ask(ELSEWHERE.id(), "now");
        chat.ask(ELSEWHERE.id(), "account " + code("maya"));
        assertEquals("Maya Lind", people().find(ELSEWHERE).orElseThrow().name());
        assertEquals(5, people().size());
        assertTrue(people().find(Account.local("maya")).isPresent());
    }

    @Test
    void a_code_works_once() {
        String code = code("maya");
        chat.ask(ELSEWHERE.id(), "account " + code);
        assertTrue(chat.ask("sam", "account " + code).startsWith("That code does not work."));
        assertTrue(person("sam").is(Role.STAKEHOLDER));
    }

    @Test
    void a_code_expires() {
        String code = code("maya");
        Chat later = chat.after(Duration.ofMinutes(15));
        assertTrue(later.ask("sam", "account " + code).startsWith("That code does not work."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA-AAAA", "", "-", "0", "x y z"})
    void a_guess_brings_nothing(String guess) {
        code("maya");
        chat.ask("sam", "account " + guess);
        assertFalse(person("sam").keepsRoadmap());
    }

    @Test
    void ones_own_code_changes_nothing() {
        String code = code("maya");
        assertTrue(chat.ask("maya", "account " + code).startsWith("That is your own code."));
    }

    @Test
    void a_code_is_told_to_its_person_alone() {
        chat.ask("maya", "#growth", "account");
        assertEquals("maya", chat.speaker.said.get(0).recipient());
    }

    @Test
    void an_account_is_taken_back() {
        chat.ask(ELSEWHERE.id(), "account " + code("maya"));
        assertTrue(chat.ask("maya", "account remove local:maya.elsewhere").startsWith("Removed:"));
        assertFalse(people().find(ELSEWHERE).isPresent());
        assertTrue(chat.ask("maya", "account remove local:maya").startsWith("You are using that account now."));
        assertTrue(chat.ask("maya", "account remove slack:T1/U9").startsWith("You have no account slack:T1/U9."));
    }

    @Test
    void an_admin_gets_a_code_for_somebody_else_and_nobody_else_does() {
        assertTrue(chat.ask("sam", "account for Maya Lind").startsWith("Only an admin"));
        Matcher code = CODE.matcher(chat.ask("admin", "account for Maya"));
        assertTrue(code.find());
        chat.ask(ELSEWHERE.id(), "account " + code.group(1));
        assertEquals("Maya Lind", people().find(ELSEWHERE).orElseThrow().name());
    }

    @Test
    void accounts_that_the_operator_names_are_admins() {
        chat.ask("sam", "now");
        chat.admins = Set.of(Account.local("sam"), Account.local("newcomer"));
        throughTheSame("sam", "now");
        throughTheSame("newcomer", "now");
        assertTrue(person("sam").is(Role.ADMIN));
        assertTrue(person("newcomer").is(Role.ADMIN));
        assertEquals("Sam Ortiz", person("sam").name());
    }

    @Test
    void an_admin_gives_and_takes_roles() {
        assertTrue(chat.ask("admin", "role Sam Ortiz pm").startsWith("Sam Ortiz is now a PM."));
        assertTrue(person("sam").keepsRoadmap());
        assertTrue(chat.tap("admin", "Undo").startsWith("Sam Ortiz is no longer a PM."));
        assertFalse(person("sam").keepsRoadmap());
        assertTrue(chat.ask("admin", "role sam is an engineering lead")
                .startsWith("Sam Ortiz is now an engineering lead."));
        assertTrue(chat.ask("admin", "role sam not product lead").startsWith("Sam Ortiz is not a product lead."));
    }

    @Test
    void nobody_else_gives_roles_and_the_last_admin_stays() {
        assertTrue(chat.ask("maya", "role Sam admin").startsWith("Only an admin gives and takes roles"));
        chat.ask("admin", "now");
        assertTrue(chat.ask("admin", "role admin not admin").contains("is the only admin"));
        assertTrue(chat.ask("admin", "role Nobody pm").startsWith("I know nobody called “Nobody”."));
        assertTrue(chat.ask("sam", "role Maya").startsWith("Maya Lind: "));
        assertTrue(chat.ask("sam", "role").contains("Priya Shah"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now",
                "okrs",
                "show I3",
                "why I3",
                "who owns I3",
                "which okr does I3 serve",
                "public",
                "help",
                "account",
                "role"
            })
    void outsiders_see_the_public_view_only(String question) {
        for (Standing standing : List.of(Standing.GUEST, Standing.UNVERIFIED)) {
            assertIsPublic(heard(standing, Place.Reach.DIRECT, question));
        }
        assertIsPublic(heard(Standing.MEMBER, Place.Reach.EXTERNAL, question));
    }

    @Test
    void outsiders_change_nothing() {
        int facts = chat.store.log().size();
        heard(Standing.GUEST, Place.Reach.DIRECT, "now");
        heard(Standing.GUEST, Place.Reach.DIRECT, "link I12 O2-KR1");
        heard(Standing.GUEST, Place.Reach.DIRECT, "account " + code("maya"));
        assertFalse(people().find(Account.local("guest")).orElseThrow().keepsRoadmap());
        assertEquals(facts + 2, chat.store.log().size(), "the guest was met, and Maya asked for a code");
    }

    @Test
    void a_public_answer_says_why_it_is_one() {
        assertTrue(heard(Standing.GUEST, Place.Reach.DIRECT, "now").contains("You are a guest here"));
        assertTrue(heard(Standing.UNVERIFIED, Place.Reach.DIRECT, "now").contains("Ask me again in a moment"));
        assertTrue(heard(Standing.MEMBER, Place.Reach.EXTERNAL, "now").contains("from outside read along"));
    }

    @Test
    void where_nobody_knows_who_reads_along_only_the_asker_sees_more() {
        Input privately = new Input.Said("why I3", Input.Manner.COMMAND);
        assertTrue(heard(Standing.MEMBER, Place.Reach.UNKNOWN, privately).contains("Guided setup"));
        Input more = new Input.Tapped(Actions.ASK, "why I3", "m1", Map.of());
        assertTrue(heard(Standing.MEMBER, Place.Reach.UNKNOWN, more).contains("Guided setup"));

        Input shared = new Input.Tapped(Actions.SHARE, "why I3", "m1", Map.of());
        Input openly = new Input.Said("why I3", Input.Manner.OPEN);
        for (Input seenByAll : List.of(shared, openly)) {
            String told = heard(Standing.MEMBER, Place.Reach.UNKNOWN, seenByAll);
            assertIsPublic(told);
            assertTrue(told.contains("I can't see who reads along here"), told);
        }
        assertIsPublic(heard(Standing.GUEST, Place.Reach.UNKNOWN, privately));
    }

    @Test
    void somebody_met_while_the_platform_was_silent_gets_a_name_later() {
        heard(Standing.UNVERIFIED, Place.Reach.DIRECT, "now");
        assertFalse(people().find(Account.local("guest")).isPresent());
        heard(Standing.MEMBER, Place.Reach.DIRECT, "now");
        assertTrue(people().find(Account.local("guest")).isPresent());
    }

    @Test
    void who_cannot_be_verified_for_a_moment_goes_on_where_the_talk_was() {
        Input ambiguous = new Input.Said("show setup", Input.Manner.OPEN);
        Incoming asked = chat.incoming("maya", "dm:maya", ambiguous);
        chat.bot.hear(asked);
        var open = chat.store.load(Exchange.conversation(asked)).dialogue();
        assertTrue(open.isPresent());
        Incoming again = chat.incoming("maya", "dm:maya", new Input.Said("1", Input.Manner.OPEN));
        Speaker unverified = new Speaker(again.account(), "maya", Standing.UNVERIFIED);
        chat.bot.hear(new Incoming(again.delivery(), unverified, again.place(), again.input(), ""));
        assertEquals(open, chat.store.load(Exchange.conversation(asked)).dialogue());
    }

    @Test
    void where_nobody_knows_who_reads_along_no_horizon_is_shared() {
        Incoming known = chat.incoming("maya", "#acme", new Input.Said("share now", Input.Manner.COMMAND));
        Place place = new Place(Account.LOCAL, "#acme", Optional.empty(), Place.Reach.UNKNOWN);
        Incoming unknown = new Incoming(known.delivery(), known.from(), place, known.input(), "");
        chat.hear(unknown).forEach(posting -> assertIsPublic(posting.payload()));
        assertTrue(chat.store.load("").roadmap().shares().isEmpty());
    }

    private static void assertIsPublic(String told) {
        assertTrue(told.startsWith("Acme works on"), told);
        assertFalse(told.matches("(?s).*(Guided setup|Maya|KR1|Q[1-4]|\\bI\\d).*"), told);
    }

    private String heard(Standing standing, Place.Reach reach, String text) {
        return heard(standing, reach, new Input.Said(text, Input.Manner.OPEN));
    }

    private String heard(Standing standing, Place.Reach reach, Input input) {
        Incoming incoming = new Incoming(
                "o" + deliveries.incrementAndGet(),
                new Speaker(Account.local("guest"), "Gil Guest", standing),
                new Place(Account.LOCAL, "#shared", Optional.empty(), reach),
                input,
                "");
        return String.join(
                "\n", chat.bot.hear(incoming).stream().map(Posting::payload).toList());
    }

    /** Speaks with a bot that has just been started, as the operator set it. */
    private void throughTheSame(String person, String text) {
        chat.bot(chat.store).hear(chat.incoming(person, "dm:" + person, new Input.Said(text, Input.Manner.OPEN)));
    }

    private String code(String person) {
        Matcher code = CODE.matcher(chat.ask(person, "account"));
        assertTrue(code.find());
        return code.group(1);
    }

    private Person person(String handle) {
        return people().find(Account.local(handle)).orElseThrow();
    }

    private People people() {
        return chat.store.load("").people();
    }
}
