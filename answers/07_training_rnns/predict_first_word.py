# %% right: computed
# Computed with log10.
def predict_first_word():
    def power(w, slope):
        return round(9 * float(np.log10(w * slope)))

    return (power(4, 0.0002), power(0.4, 1)), (power(1.3, 0.5), power(1, 0.75), power(4, 0.75))

# %% wrong: no_slope
# The slope of tanh is left out.
# fails: predict_first_word-sibling
# message: leaves out the slope
def predict_first_word():
    return (5, -4), (1, 0, 5)

# %% wrong: no_weight
# The weight w is left out.
# fails: predict_first_word-sibling
# message: leaves out the weight
def predict_first_word():
    return (-33, 0), (-3, -1, -1)

# %% wrong: ten_factors
# Ten factors in place of nine.
# fails: predict_first_word-sibling
# message: ten factors
def predict_first_word():
    return (-31, -4), (-2, -1, 5)

# %% wrong: sign
# The exponents have the wrong sign.
# fails: predict_first_word-sibling
# message: sign of the exponent
def predict_first_word():
    return (28, 4), (2, 1, -4)

# %% wrong: one_factor
# One factor only.
# fails: predict_first_word-sibling
# message: one factor only
def predict_first_word():
    return (-3, 0), (0, 0, 0)

# %% wrong: cut_off
# The exponents are cut off, not rounded.
# fails: predict_first_word-sibling
# message: nearest power
def predict_first_word():
    return (-27, -3), (-1, -1, 4)

# %% wrong: natural
# The natural logarithm.
# fails: predict_first_word-sibling
# message: natural logarithm
def predict_first_word():
    return (-64, -8), (-4, -3, 10)
