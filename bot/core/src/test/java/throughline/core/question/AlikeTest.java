package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Question;
import throughline.core.roadmap.Roadmap;

class AlikeTest {
    @Test
    void nearly_the_same_words_are_found() {
        assertEquals("Q1", found("Will Okta users get SSO?", "will the Okta users get SSO"));
        assertEquals("", found("Will Okta users get SSO?", "Will Google users get audit logs?"));
    }

    /** A model of language finds each of these pairs very near. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how many customers are on the old plan? | how many customers are on the new plan?",
                "is there an API for exporting invoices? | is there an API for importing invoices?",
                "can admins turn off invoices? | can admins turn on invoices?",
                "is it in version 2? | is it in version 3?"
            })
    void one_word_exchanged_makes_another_question(String one, String other) {
        Language enthusiastic = text -> Optional.of(Meaning.of(1));
        assertEquals("", found(asked(List.of(one)), other, enthusiastic));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is there an API for exporting invoices? | can I export invoices through the API?",
                "does guided setup work offline? | is guided setup usable offline"
            })
    void other_forms_and_one_more_word_do_not(String one, String other) {
        Language enthusiastic = text -> Optional.of(Meaning.of(1));
        assertEquals("Q1", found(asked(List.of(one)), other, enthusiastic));
    }

    @Test
    void of_two_that_are_as_like_the_newer_one_is_found() {
        Roadmap roadmap = asked(List.of("Will Okta users get SSO?", "Will Okta users get SSO?"));
        assertEquals("Q2", found(roadmap, "Will Okta users get SSO?"));
    }

    @Test
    void the_cost_does_not_grow_with_the_questions() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add("Will customer " + Integer.toString(i, 36) + " get invoices in SSO?");
        }
        many.add("Will Okta users get SSO?");
        Roadmap roadmap = asked(many);
        AtomicInteger looks = new AtomicInteger();
        Language counting = text -> {
            looks.incrementAndGet();
            return new WordLanguage().meaning(text);
        };
        Optional<Question> found =
                new Alike(roadmap, counting).find("Will Okta users get SSO?", Optional.empty(), any -> true);
        assertEquals("Q5001", found.orElseThrow().id().text());
        assertTrue(looks.get() <= 200, () -> looks + " looks");
    }

    private static String found(String asked, String text) {
        return found(asked(List.of(asked)), text);
    }

    private static String found(Roadmap roadmap, String text) {
        return found(roadmap, text, new WordLanguage());
    }

    private static String found(Roadmap roadmap, String text, Language language) {
        return new Alike(roadmap, language)
                .find(text, Optional.empty(), any -> true)
                .map(question -> question.id().text())
                .orElse("");
    }

    private static Roadmap asked(List<String> texts) {
        List<Change> changes = new ArrayList<>();
        for (String text : texts) {
            changes.add(new Change.Added(question(new ItemId("Q" + (changes.size() + 1)), text)));
        }
        return Acme.roadmap().on(new ChangeSet(Acme.IMPORTED, Optional.empty(), changes));
    }

    private static Item question(ItemId id, String text) {
        return Acme.item(
                Kind.QUESTION,
                id.text(),
                values -> values.with(Question.TEXT, text)
                        .with(Question.ASKED_BY, Acme.SAM)
                        .with(Question.ASKED_ON, LocalDate.of(2026, 11, 20)));
    }
}
