package throughline.adapter.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.question.Intent;
import throughline.core.question.Meaning;
import throughline.core.question.Phrasing;

/**
 * Intents by a linear model (multinomial logistic regression) over runs of up to three words and the meaning of the whole sentence.
 * What it learned from is in {@code training/}.
 */
final class LearnedPhrasing implements Phrasing {
    private static final String RESOURCE = "phrasing.bin";
    private static final int LONGEST_RUN = 3;
    private static final int MOST_COUNTED = 12;

    private volatile Optional<Weights> learned = Optional.empty();

    /**
     * What was learned.
     *
     * @param steps how much one step of a run's weight counts
     * @param directions a weight for each number of a meaning and each intent
     * @param words that tell how something is asked
     * @param runs a weight in steps for each intent
     * @param matter a weight for each number of a meaning
     */
    @SuppressWarnings("ArrayRecordComponent") // never handed out, and compared by nobody
    private record Weights(
            List<Intent> intents,
            float[] biases,
            float steps,
            float[][] directions,
            Set<String> words,
            Map<String, byte[]> runs,
            float[] matter) {}

    /** Reads what was learned; to be called once. Answers others meanwhile. */
    void load() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Unpacked.open(RESOURCE)))) {
            learned = Optional.of(read(in));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Weights read(DataInputStream in) throws IOException {
        List<Intent> intents = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            intents.add(Intent.valueOf(in.readUTF()));
        }
        float[] biases = floats(in, intents.size());
        float[][] directions = new float[in.readInt()][];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = floats(in, intents.size());
        }
        Set<String> words = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF());
        }
        float steps = in.readFloat();
        Map<String, byte[]> runs = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            runs.put(in.readUTF(), in.readNBytes(intents.size()));
        }
        return new Weights(intents, biases, steps, directions, words, runs, floats(in, directions.length));
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] read = new float[count];
        for (int i = 0; i < count; i++) {
            read[i] = in.readFloat();
        }
        return read;
    }

    @Override
    public boolean knows(String word) {
        return learned.filter(weights -> weights.words().contains(word)).isPresent();
    }

    @Override
    public Map<Intent, Double> intents(List<String> sentence, Meaning meaning) {
        return learned.map(weights -> shares(weights, sums(weights, sentence, meaning)))
                .orElse(Map.of());
    }

    @Override
    public double productMatter(Meaning meaning) {
        return learned.map(weights -> sum(weights.matter(), meaning.direction()))
                .orElse(0.0);
    }

    private static double sum(float[] weights, float... direction) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += weights[i] * direction[i];
        }
        return sum;
    }

    private static double[] sums(Weights weights, List<String> sentence, Meaning meaning) {
        double[] sums = new double[weights.intents().size()];
        float[] direction = meaning.direction();
        for (int i = 0; i < sums.length; i++) {
            sums[i] = weights.biases()[i];
            for (int j = 0; j < direction.length; j++) {
                sums[i] += direction[j] * weights.directions()[j][i];
            }
        }
        for (String run : runs(sentence)) {
            byte[] steps = weights.runs().getOrDefault(run, new byte[0]);
            for (int i = 0; i < steps.length; i++) {
                sums[i] += steps[i] * weights.steps();
            }
        }
        return sums;
    }

    /** Runs of words, how many words there are, and each word with the first. */
    static Set<String> runs(List<String> sentence) {
        List<String> words = new ArrayList<>();
        words.add("^");
        words.addAll(sentence);
        words.add("$");
        Set<String> runs = new HashSet<>();
        for (int length = 1; length <= LONGEST_RUN; length++) {
            for (int i = 0; i + length <= words.size(); i++) {
                runs.add(String.join(" ", words.subList(i, i + length)));
            }
        }
        runs.add("=" + Math.min(sentence.size(), MOST_COUNTED));
        for (int i = 2; i < words.size() - 1; i++) {
            runs.add(words.get(1) + " .. " + words.get(i));
        }
        return runs;
    }

    private static Map<Intent, Double> shares(Weights weights, double... sums) {
        double most = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            most = Math.max(most, sum);
        }
        double all = 0;
        for (double sum : sums) {
            all += Math.exp(sum - most);
        }
        Map<Intent, Double> shares = new EnumMap<>(Intent.class);
        for (int i = 0; i < sums.length; i++) {
            shares.put(weights.intents().get(i), Math.exp(sums[i] - most) / all);
        }
        return shares;
    }
}
