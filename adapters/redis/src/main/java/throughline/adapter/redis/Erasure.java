package throughline.adapter.redis;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import throughline.core.conversation.History;
import throughline.core.conversation.Version;
import throughline.core.history.Redaction;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;

/** Takes out of the store what must be nowhere. */
final class Erasure {
    private static final Script ENTRY = Script.named("entry");
    private static final Script COPY = Script.named("copy");
    private static final int PAGE = 1_000;

    private final Redis redis;
    private final String organization;
    private final Checkpoints checkpoints;

    Erasure(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
        this.checkpoints = new Checkpoints(redis, organization);
    }

    /** The records of persons who are about to be erased. */
    List<Person> records(List<PersonId> persons) {
        return persons.isEmpty()
                ? List.of()
                : redis
                        .fields(
                                Keys.people(organization),
                                persons.stream().map(PersonId::text).toList())
                        .stream()
                        .filter(Objects::nonNull)
                        .map(PersonJson::read)
                        .toList();
    }

    /** Forgets how they were reached; the commit erased their records. */
    void forget(List<Person> persons) {
        for (Person person : persons) {
            for (Account account : person.accounts()) {
                redis.removeField(Keys.addresses(organization, account.platform()), account.id());
            }
        }
    }

    /**
     * Takes the words of an entry about an item out of the log. The log is copied without them and put in its place under another history,
     * so that every bot folds anew; others may commit meanwhile.
     */
    void redact(Change.Redacted redacted, AsOf asOf) {
        String name = UUID.randomUUID().toString();
        while (true) {
            String history = redis.text(Keys.history(organization)).orElse("");
            replace(redacted, new RedisHistory(redis, organization, asOf, newest(history)), name);
            String end = copied(history, name);
            if (!end.equals("MOVED")) {
                checkpoints.discardAllBut(name);
                return;
            }
        }
    }

    private static Version newest(String history) {
        return new Version(history, Long.MAX_VALUE + "-" + Long.MAX_VALUE);
    }

    private void replace(Change.Redacted redacted, History history, String name) {
        Redaction redaction = Redaction.of(facts(redacted.entry()).read(), redacted.item());
        for (History.Entry entry : history.about(redacted.item(), Integer.MAX_VALUE)) {
            redis.putField(
                    Keys.replacements(organization, name),
                    entry.id(),
                    FactsJson.write(redaction.of(facts(entry.id()).read())));
        }
    }

    private Page.Entry facts(String entry) {
        List<?> reply = (List<?>) redis.run(ENTRY, List.of(Keys.log(organization)), List.of(entry));
        return Page.entries(reply).get(0);
    }

    /** Copies page by page, so that nobody waits for long; the last step puts the copy in the log's place. */
    private String copied(String history, String name) {
        String outcome = "MORE";
        while (outcome.equals("MORE")) {
            outcome = (String) redis.run(
                    COPY,
                    List.of(
                            Keys.history(organization),
                            Keys.log(organization),
                            Keys.rewritten(organization, name),
                            Keys.replacements(organization, name),
                            Keys.snapshot(organization)),
                    List.of(history, name, String.valueOf(PAGE)));
        }
        return outcome;
    }
}
