"""The model that is changed."""

from nqpf.models.growth.drivers import productivity_by_driver

CHANGED = productivity_by_driver
