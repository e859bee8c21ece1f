package throughline.adapter.redis;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import redis.clients.jedis.StreamEntryID;
import throughline.core.history.Redaction;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;

/** Takes out of the store what must be nowhere. */
final class Erasure {
    private static final Script ENTRY = Script.named("entry");
    private static final int PAGE = 500;

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
     * Takes the words out that a commit said are to be taken out and that are still there, whoever committed it. Others may commit
     * meanwhile, and may do the same.
     */
    void finish() {
        redis.hash(Keys.redactions(organization)).keySet().stream()
                .sorted(Comparator.comparing(StreamEntryID::new))
                .forEach(this::finish);
    }

    private void finish(String redaction) {
        for (Change change : facts(redaction).stream()
                .flatMap(facts -> facts.changes().stream())
                .toList()) {
            if (change instanceof Change.Redacted redacted) {
                take(redaction, redacted);
            }
        }
        redis.remove(Keys.rewritten(organization, redaction));
        redis.removeField(Keys.redactions(organization), redaction);
    }

    private void take(String redaction, Change.Redacted redacted) {
        Optional<Redaction> words = words(redacted);
        Optional<Redaction> left = words;
        while (left.isPresent() && !new Rewriting(redis, organization, redaction, left.get(), PAGE).run()) {
            left = words(redacted);
        }
        checkpoints.discardAllBut(redis.text(Keys.history(organization)).orElse(""));
        discardDialogues(words);
    }

    /** Empty if the log does not have them any more. */
    private Optional<Redaction> words(Change.Redacted redacted) {
        return facts(redacted.entry())
                .map(facts -> Redaction.of(facts, redacted.item()))
                .filter(redaction -> !redaction.isEmpty());
    }

    private Optional<ChangeSet> facts(String entry) {
        List<?> reply = (List<?>) redis.run(ENTRY, List.of(Keys.log(organization)), List.of(entry));
        return Page.entries(reply).stream().findFirst().map(Page.Entry::read);
    }

    /** Where nobody knows the words any more, what is being talked about is forgotten as a whole. */
    private void discardDialogues(Optional<Redaction> words) {
        for (Key dialogue : redis.keys(Keys.everyDialogue(organization))) {
            Optional<String> stored = redis.text(dialogue);
            if (stored.filter(text -> words.map(known -> Json.texts(text).anyMatch(known::isIn))
                            .orElse(true))
                    .isPresent()) {
                redis.remove(dialogue);
            }
        }
    }
}
