package throughline.adapter.language;

import ai.onnxruntime.OrtException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Callable;
import throughline.core.question.Language;
import throughline.core.question.Meaning;

/** Sentences as directions, by a small neural network in this process. Knows nothing until it was told to {@link #load}. */
final class SentenceModel implements Language, AutoCloseable {
    private static final Logger LOG = System.getLogger(SentenceModel.class.getName());

    private static final int LONGEST = 1_000;

    /** About 2 KB each: room for the texts of a large roadmap in less than 16 MB. */
    private static final int REMEMBERED = 8_000;

    private final Recent<String, Meaning> known = new Recent<>(REMEMBERED);
    private final Callable<Network> source;
    private volatile Optional<Network> network = Optional.empty();
    private volatile Optional<String> missing = Optional.of("loading the language model");

    SentenceModel(Callable<Network> source) {
        this.source = source;
    }

    /** Returns when the model is there, or will never be; to be called once. Answers others meanwhile. */
    void load() {
        try {
            Network loaded = source.call();
            // The first sentence takes longer than all others: nobody has to wait for it.
            loaded.meaning("Which objective does this serve?");
            network = Optional.of(loaded);
            missing = Optional.empty();
        } catch (Exception | Error failure) {
            // Whatever it is: without the model the bot still compares words, so it must not fall with it.
            missing = Optional.of("the language model could not be loaded: " + reason(failure));
            LOG.log(
                    Level.WARNING,
                    "language-model-missing: " + reason(failure) + "; texts are compared by their words");
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause).lines().findFirst().orElse("");
    }

    /** Why there is no model, or not yet, as an operator would say it. */
    Optional<String> missing() {
        return missing;
    }

    @Override
    public Optional<Meaning> meaning(String text) {
        String beginning = text.substring(0, Math.min(text.length(), LONGEST));
        if (beginning.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        return known.find(beginning).or(() -> network.flatMap(loaded -> computed(loaded, beginning)));
    }

    private Optional<Meaning> computed(Network loaded, String text) {
        Optional<Meaning> meaning = loaded.meaning(text);
        meaning.ifPresent(found -> known.put(text, found));
        return meaning;
    }

    /** Without a model from now on; what was asked before is still known. */
    @Override
    public void close() throws OrtException {
        if (network.isPresent()) {
            network.get().close();
        }
    }
}
