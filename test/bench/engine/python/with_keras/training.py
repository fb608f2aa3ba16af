import keras
import tensorflow as tf


def train_on_batch(model, loss, inputs, truth):
    """A function that does one step of Adam on a batch and gives the loss before it."""
    model.compile(optimizer="adam", loss=loss)
    return lambda: float(model.train_on_batch(inputs, truth))


def minimize(loss, variables, learning_rate=1e-3, beta_1=0.9):
    """The same for a loss of one's own."""
    optimizer = keras.optimizers.Adam(learning_rate, beta_1=beta_1)
    optimizer.build(variables)

    @tf.function
    def update():
        with tf.GradientTape() as tape:
            value = loss()
        optimizer.apply(tape.gradient(value, variables), variables)
        return value

    return lambda: float(update())
